"""A combining mark with no letter before it, or parted from it by markup: it is drawn on a dotted circle (SHP-04)."""

import re
from collections.abc import Iterator

from publisher.arabic.letters import is_arabic_letter, is_mark
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

MARK = warning(
    "SHP-04",
    Said("حركة بلا حرف تحملها: {text}", "a mark without a letter under it: {text}"),
    Said("ضعها بعد حرفها، أو احذفها.", "put it after its letter, or remove it."),
)

_MARK = re.compile(f"[{''.join(filter(is_mark, map(chr, range(0x600, 0x900))))}]")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for line in subject.lines:
        edges = set(line.flat.starts)
        for mark in _MARK.finditer(line.text):
            at = mark.start()
            is_first = at in edges or not _has_seat(line.text[at - 1])
            if is_first and line.flat.may_change(at, at + 1):
                has_letter = at > 0 and _has_seat(line.text[at - 1])
                yield subject.found(MARK, line, at, at + 1, None if has_letter else "", text=f"◌{mark.group()}")


def _has_seat(before: str) -> bool:
    return is_arabic_letter(before) or is_mark(before) or before in "ـ\u00a0\u25cc\u034f"


RULE = Rule(MARK, _check, languages=())
