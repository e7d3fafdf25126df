"""An ASCII comma, semicolon or question mark in an Arabic sentence (PUN-01)."""

from publisher.arabic.classes import DIGIT
from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines
from publisher.walk.line import WORD

LATIN = warning(
    "PUN-01",
    Said("علامة لاتينية «{text}» في جملة عربية", "the Latin sign “{text}” in an Arabic sentence"),
    Said("اكتبها: {after}", "write it: {after}"),
)

_SIGNS = {",": "،", ";": "؛", "?": "؟"}

RULE = Rule(
    LATIN,
    in_lines(LATIN, rf"(?<=[{WORD}»)]) *(?P<x>[,;?])(?![{DIGIT}])", lambda found: _SIGNS[found["x"]]),
    only_where=("punctuation", "keep"),
)
