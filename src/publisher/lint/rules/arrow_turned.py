"""An arrow that points against the reading of Arabic: arrows do not mirror, so "leads to" is ← (BID-21)."""

from publisher.diagnostic import Said, note
from publisher.lint.rule import Rule, in_lines
from publisher.walk.line import WORD

TURNED = note(
    "BID-21",
    Said("سهم يعاكس اتجاه القراءة: {text}", "an arrow against the reading: {text}"),
    Said(
        "السهم لا ينقلب وحده، فإن أردت «يؤدي إلى» فاكتب {after}.", "arrows do not mirror: for “leads to” type {after}."
    ),
)

_ARROWS = {"→": "←", "⇒": "⇐", "➔": "←", "➜": "←", "⟶": "⟵"}

RULE = Rule(
    TURNED,
    in_lines(
        TURNED, rf"(?<=[{WORD}»)]) ?(?P<x>[{''.join(_ARROWS)}])(?= ?[{WORD}«(])", lambda found: _ARROWS[found["x"]]
    ),
)
