"""Curly quotes that open with “ in Arabic: they do not mirror, so ” opens and “ closes (PUN-05)."""

from publisher.diagnostic import Said, warning
from publisher.lint.rule import Rule, in_lines
from publisher.walk.line import WORD

REVERSED = warning(
    "PUN-05",
    Said("علامتا تنصيص مقلوبتان: {text}", "quotation marks the wrong way round: {text}"),
    Said("في العربية تفتح ” وتختم “: {after}", "in Arabic ” opens and “ closes: {after}"),
)

RULE = Rule(
    REVERSED,
    in_lines(REVERSED, rf"“(?=[{WORD}])[^“”\n]*(?<=[{WORD}.؟!])”", lambda found: f"”{found.group()[1:-1]}“"),
    only_where=("quotes", "keep"),
)
