"""A sign with a space before it, or glued to the next word (PUN-02)."""

from publisher.arabic.classes import LETTER
from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines
from publisher.walk.line import WORD

GLUED = warning(
    "PUN-02",
    Said("فراغ في غير موضعه عند العلامة «{text}»", "a space out of place at “{text}”"),
    Said("لا فراغ قبلها، وفراغ واحد بعدها.", "no space before it, one after it."),
)

RULE = Rule(
    GLUED,
    in_lines(
        GLUED,
        rf"(?<=[{WORD}])(?: +(?P<before>[،؛؟!])|(?P<after>[،؛؟!])(?=[{LETTER}]))",
        lambda found: found["before"] or f"{found['after']} ",
    ),
    only_where=("spaces", "keep"),
)
