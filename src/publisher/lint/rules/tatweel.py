"""A typed tatweel: it breaks searching, and the tool draws strokes by itself (SHP-13)."""

import re
from collections.abc import Iterator

from publisher.arabic.classes import LETTER, MARK
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Line, Subject

TATWEEL = warning(
    "SHP-13",
    Said("تطويل مكتوب في الكلمة: {text}", "a typed tatweel in a word: {text}"),
    Said("احذفه: {after}", "remove it: {after}"),
)

# The era letter (هـ), a prefix before what is not Arabic (بـ 42، الـ«نص») and a seat for a mark are no faults.
_WORD = re.compile(rf"[{LETTER}{MARK}ـ]+")
_PREFIX = re.compile(r"[وفبلكسه]{0,3}(?:ال)?ـ|هـ")
_TYPED = re.compile(rf"ـ+(?![{MARK}ـ])")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for line in subject.lines:
        for word in _WORD.finditer(line.text):
            text = word.group()
            if "ـ" not in text or _PREFIX.fullmatch(text) or not line.flat.may_change(*word.span()):
                continue
            after = _TYPED.sub("", text)
            if after and after != text and not _spans_halves(line, *word.span()):
                yield subject.found(TATWEEL, line, *word.span(), after, text=text, after=after)


def _spans_halves(line: Line, start: int, end: int) -> bool:
    """Whether a word runs on into the other half of its verse, joined by a tatweel at the edge (POE-04)."""
    return line.flat.kind == "verse" and (
        (start == 0 and line.text[0] == "ـ") or (end == len(line.text) and line.text[-1] == "ـ")
    )


RULE = Rule(TATWEEL, _check)
