"""A bracket or quotation mark without its fellow in the paragraph."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Line, Subject

UNPAIRED = warning(
    "unpaired-sign",
    Said("علامة «{text}» بلا مقابل في فقرتها", "“{text}” has no fellow in its paragraph"),
    Said("أضف مقابلها أو احذفها.", "add its fellow, or remove it."),
)

_FELLOWS = {"(": ")", "[": "]", "«": "»", "‹": "›", "﴿": "﴾"}
_SIGNS = re.compile(r'[()\[\]«»‹›﴿﴾"]')
_ITEM = re.compile(r"\s*[\w\d]{1,3}$")
"""A number or letter before a lone closing bracket is a marker typed in the line: 1) أ)"""

Place = tuple[Line, int]


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for _, lines in groupby(subject.lines, key=lambda line: id(line.block)):
        for line, at in _unpaired(list(lines)):
            if line.flat.may_change(at, at + 1):
                yield subject.found(UNPAIRED, line, at, at + 1, text=line.text[at])


def _unpaired(lines: list[Line]) -> Iterator[Place]:
    """Yield the signs of one block that stand alone; a quotation may begin in one hemistich and end in the next."""
    opened: dict[str, list[Place]] = defaultdict(list)
    straight: list[Place] = []
    for line in lines:
        for found in _SIGNS.finditer(line.text):
            sign, place = found.group(), (line, found.start())
            if sign == '"':
                straight.append(place)
            elif sign in _FELLOWS:
                opened[_FELLOWS[sign]].append(place)
            elif opened[sign]:
                opened[sign].pop()
            elif not (sign == ")" and _ITEM.fullmatch(line.text[: found.start()])):
                yield place
    for places in opened.values():
        yield from places
    if len(straight) % 2:
        yield straight[-1]


RULE = Rule(UNPAIRED, _check)
