"""Letters of another language's keyboard: Persian ی and ک in Arabic, Arabic ي and ك in Persian (SHP-14)."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject
from publisher.walk.line import WORD

LETTER = warning(
    "SHP-14",
    Said("حرف من لوحة مفاتيح لغة أخرى في «{text}»", "a letter of another language's keyboard in “{text}”"),
    Said("اكتبها: {after}", "write it: {after}"),
)

_TO_ARABIC = str.maketrans({"ی": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ے": "ي"})
_TO_PERSIAN = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی"})
_TABLES = {"ar": _TO_ARABIC, "fa": _TO_PERSIAN}
_FOREIGN = {language: frozenset(map(chr, table)) for language, table in _TABLES.items()}
_WORD = re.compile(f"[{WORD}]+")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    table = _TABLES[subject.language]
    foreign = _FOREIGN[subject.language]
    for line in subject.lines:
        if foreign.isdisjoint(line.flat.characters):
            continue
        for word in _WORD.finditer(line.text):
            after = word.group().translate(table)
            if after != word.group() and line.flat.may_change(*word.span()):
                yield subject.found(LETTER, line, *word.span(), after, text=word.group(), after=after)


RULE = Rule(LETTER, _check, languages=tuple(_TABLES))
