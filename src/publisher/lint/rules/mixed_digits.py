"""Digits of two families where one was meant: inside one number, or Persian ones in an Arabic book (NUM-03)."""

import re
from collections.abc import Iterator

from publisher.arabic import digits
from publisher.arabic.classes import DIGIT
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

MIXED = warning(
    "NUM-03",
    Said("أرقام من أسرتين: {text}", "digits of two families: {text}"),
    Said("اكتبها بأسرة واحدة: {after}", "write them in one family: {after}"),
)

_NUMBER = re.compile(f"[{DIGIT}]+(?:[.,٫٬/][{DIGIT}]+)*")
_OTHER = {"ar": ("arabext", "arab"), "fa": ("arab", "arabext")}


def _check(subject: Subject) -> Iterator[Diagnostic]:
    other, own = _OTHER[subject.language]
    for line in subject.lines:
        for number in _NUMBER.finditer(line.text):
            families = {
                name for name, all_ten in digits.FAMILIES.items() if not set(all_ten).isdisjoint(number.group())
            }
            if len(families) > 1 or other in families:
                family = own if own in families or other in families else "latn"
                after = digits.to_family(number.group(), family)
                yield subject.found(MIXED, line, *number.span(), after, text=number.group(), after=after)


RULE = Rule(MIXED, _check, languages=tuple(_OTHER))
