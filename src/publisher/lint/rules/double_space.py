"""More than one space between two words (PUN-02)."""

from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines

SPACES = warning(
    "double-space",
    Said("أكثر من فراغ بين كلمتين", "more than one space between two words"),
    Said("اكتب فراغًا واحدًا.", "type one space."),
)

RULE = Rule(SPACES, in_lines(SPACES, r"(?<=\S)[ \u00a0]{2,}(?=\S)", " "), only_where=("spaces", "keep"))
