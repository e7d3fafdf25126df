"""A sign typed twice or more: !! ؟؟ ،، (PUN-08). ؟! is let be."""

from publisher.arabic.classes import DIGIT
from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines
from publisher.walk.line import WORD

REPEATED = warning(
    "PUN-08",
    Said("علامة ترقيم مكررة: {text}", "a repeated sign: {text}"),
    Said("واحدة تكفي: {after}", "one is enough: {after}"),
)

# A row of colons that stands by itself is a fence, not a sign of the sentence.
_REPEATED = rf"(?<=[{WORD}{DIGIT}»›)\]]) ?(?P<x>(?P<sign>[،؛؟!,;?])(?P=sign)+)|(?<=[{WORD}»›)\]])::+"

RULE = Rule(REPEATED, in_lines(REPEATED, _REPEATED, lambda found: found["sign"] or ":"))
