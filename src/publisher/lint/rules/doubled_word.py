"""A word typed twice."""

import re
from collections.abc import Iterator

from publisher.arabic.classes import LETTER, MARK
from publisher.arabic.letters import folded
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject
from publisher.walk.line import WORD

DOUBLED = warning(
    "doubled-word",
    Said("كلمة مكررة: {text}", "a word typed twice: {text}"),
    Said("احذف إحداهما إن لم يكن التكرار مقصودًا.", "remove one, unless the repetition is meant."),
)

_DOUBLED = re.compile(rf"(?<![{WORD}])(?P<word>[{LETTER}][{LETTER}{MARK}]+)[ \u00a0]+(?P=word)(?![{WORD}])")
_MEANT = frozenset(map(folded, ("الله", "لا", "نعم", "كلا", "هيهات", "آمين", "شيء", "بين", "رويدا", "هو", "هي", "هم")))
_TANWEEN = re.compile("\u064b|ا$")
"""Words in the accusative are doubled for a manner: صفًّا صفًّا، يومًا يومًا."""


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for line in subject.lines:
        if line.flat.kind in ("verse", "dialogue"):
            continue
        for found in _DOUBLED.finditer(line.text):
            word = found["word"]
            if folded(word) not in _MEANT and not _TANWEEN.search(word):
                yield subject.found(DOUBLED, line, *found.span(), word, text=found.group())


RULE = Rule(DOUBLED, _check)
