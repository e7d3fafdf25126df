"""Brackets of a verse the wrong way round: ﴿ opens and ﴾ closes; they do not mirror (QUR-03)."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

REVERSED = warning(
    "QUR-03",
    Said("قوسا الآية مقلوبان", "the brackets of the verse are the wrong way round"),
    Said("القوس الفاتح ﴿ والقوس الخاتم ﴾.", "﴿ opens and ﴾ closes."),
)

_PAIR = re.compile("﴿[^﴿﴾\n]*﴾|(?P<reversed>﴾[^﴿﴾\n]+﴿)")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for source in subject.sources.values():
        for pair in _PAIR.finditer(source.text):
            if pair["reversed"]:
                yield subject.in_source(REVERSED, source, *pair.span(), f"﴿{pair.group()[1:-1]}﴾")


RULE = Rule(REVERSED, _check)
