"""The ellipsis is one character, touches the word before it, and a space parts it from the next (PUN-06)."""

from publisher.arabic.classes import LETTER, SPACE
from publisher.diagnostic import Said
from publisher.typography.rule import Rule, fixes, pattern
from publisher.walk.line import WORD

_SAID = Said("نقاط الحذف حرف واحد يلي الكلمة", "the ellipsis is one character after its word")
_ENDING = rf"(?<=[{WORD}»)؟!])"

RULES = (
    # Longer rows of dots are blanks to fill in, or leaders.
    Rule("PUN-06", _SAID, fixes("ellipsis"), pattern(r"(?<![.…])\.{3,5}(?![.…])", "…", ".")),
    Rule("PUN-06", _SAID, fixes("ellipsis"), pattern(rf"{_ENDING}\.\.(?=[{SPACE}\n»)]|[{LETTER}]|$)", "…", ".")),
    # A wide gap on both sides parts the halves of a verse.
    Rule("PUN-06", _SAID, fixes("ellipsis"), pattern(rf"{_ENDING}[{SPACE}]…", "…", "…")),
    Rule("PUN-06", _SAID, fixes("ellipsis"), pattern(rf"{_ENDING}…(?=[{LETTER}])", "… ", "…")),
)
