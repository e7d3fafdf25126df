"""A space after the conjunction و or a one-letter prefix, or before a last letter: the word is torn (SHP-18)."""

import re
from collections.abc import Iterator

from publisher.arabic.classes import LETTER, MARK
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject
from publisher.walk.line import WORD

PARTED = warning(
    "SHP-18",
    Said("فراغ يفصل الحرف عن كلمته: {text}", "a space parts a letter from its word: {text}"),
    Said("صِله بكلمته: {after}", "join it to its word: {after}"),
)

_CONJUNCTION = re.compile(rf"و(?<![{WORD}]و)[ \u00a0]+(?=[{LETTER}]{{2}})[{LETTER}{MARK}]+")
_PREFIX = re.compile(rf"(?<![{WORD}])[وف]?[بلكف]ـ[ \u00a0]+[{LETTER}][{LETTER}{MARK}]+")
_LAST_LETTER = re.compile(rf"[{LETTER}][{LETTER}{MARK}]+[ \u00a0]+[ةى](?![{WORD}])")
_GAP = re.compile(rf"ـ[ \u00a0]|[ \u00a0](?:[ةى](?![{WORD}])|و[ \u00a0])|^و[ \u00a0]")
"""What a torn word cannot do without; few lines have it, and it is found faster."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for line in subject.lines:
        if not _GAP.search(line.text):
            continue
        for expression in (_CONJUNCTION, _PREFIX, _LAST_LETTER):
            for found in expression.finditer(line.text):
                after = _joined(found.group())
                if line.flat.may_change(*found.span()):
                    yield subject.found(PARTED, line, *found.span(), after, text=found.group(), after=after)


def _joined(text: str) -> str:
    """Return the word without the gap; a prefix ل takes the article in (للكتاب)."""
    joined = re.sub(r"ـ?[ \u00a0]+", "", text)
    return re.sub(r"^([وف]?)لال", r"\1لل", joined)


RULE = Rule(PARTED, _check)
