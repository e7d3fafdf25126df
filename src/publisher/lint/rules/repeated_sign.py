"""A sign typed twice or more: !! ؟؟ ،، (PUN-08). ؟! is let be."""

from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines

REPEATED = warning(
    "PUN-08",
    Said("علامة ترقيم مكررة: {text}", "a repeated sign: {text}"),
    Said("واحدة تكفي: {after}", "one is enough: {after}"),
)

RULE = Rule(REPEATED, in_lines(REPEATED, r"(?P<sign>[،؛؟!:,;?])(?P=sign)+", lambda found: found["sign"]))
