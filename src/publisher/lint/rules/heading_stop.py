"""A heading that ends like a sentence."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

STOP = warning(
    "heading-stop",
    Said("عنوان ينتهي بالعلامة «{text}»", "a heading ends in “{text}”"),
    Said("احذفها من آخر العنوان.", "remove it from the end of the heading."),
)

_ENDING = re.compile(r"(?<![.…])[.،؛,;](?=\s*$)")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for line in subject.lines:
        if line.flat.kind == "title" and (found := _ENDING.search(line.text)):
            yield subject.found(STOP, line, *found.span(), "", text=found.group())


RULE = Rule(STOP, _check)
