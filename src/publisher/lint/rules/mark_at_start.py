"""A combining mark with no letter before it: it is drawn on a dotted circle (SHP-04)."""

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


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for line in subject.lines:
        for at, character in enumerate(line.text):
            if is_mark(character) and not _has_seat(line.text, at) and "\u0600" <= character <= "\u08ff":
                yield subject.found(MARK, line, at, at + 1, "", text=f"◌{character}")


def _has_seat(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    return bool(before) and (is_arabic_letter(before) or is_mark(before) or before in "ـ\u00a0\u25cc\u034f")


RULE = Rule(MARK, _check, languages=())
