"""Tanween of fath typed in two ways in one book: on the alef (كتاباً) and before it (كتابًا) (DIA-05)."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Line, Subject
from publisher.walk.line import WORD

MIXED = warning(
    "DIA-05",
    Said(
        "تنوين «{text}» على غير ما جرى عليه الكتاب", "the tanween of “{text}” is not placed as in the rest of the book"
    ),
    Said(
        "اكتبها: {after}؛ أو اضبط الكتاب كله بالمفتاح tanween.",
        "write it: {after}; or set the whole book by the key tanween.",
    ),
)

_WORD = re.compile(f"(?<![{WORD}])[{WORD}]*(?P<tanween>\u064bا|ا\u064b)(?![{WORD}])")
_OTHER = {"\u064bا": "ا\u064b", "ا\u064b": "\u064bا"}


def _check(subject: Subject) -> Iterator[Diagnostic]:
    words: dict[str, list[tuple[Line, re.Match[str]]]] = {"\u064bا": [], "ا\u064b": []}
    for line in subject.lines:
        for word in _WORD.finditer(line.text):
            words[word["tanween"]].append((line, word))
    rarer = min(words, key=lambda way: len(words[way]))
    for line, word in words[rarer]:
        after = word.group().replace(rarer, _OTHER[rarer])
        yield subject.found(MIXED, line, *word.span(), after, text=word.group(), after=after)


RULE = Rule(MIXED, _check, only_where=("tanween", "keep"))
