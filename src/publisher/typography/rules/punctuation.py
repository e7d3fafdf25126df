"""Arabic signs in Arabic sentences: ، ؛ ؟ instead of their ASCII fellows (PUN-01)."""

import re

from publisher.arabic.classes import DIGIT, LETTER, SPACE
from publisher.diagnostic import Said
from publisher.typography.rule import Rule, fixes, pattern
from publisher.walk.line import CALL, FOREIGN, WORD

_SAID = Said("علامات ترقيم عربية في الجملة العربية", "Arabic signs in an Arabic sentence")
_AFTER_WORD = rf"[{WORD}{DIGIT}»›\"”“’)\]﴾%٪…!؟{CALL}{FOREIGN}A-Za-z]"
_SIGNS = {",": "،", ";": "؛", "?": "؟"}


def _arabic(found: re.Match[str]) -> str:
    return _SIGNS[found["x"]]


RULES = (
    Rule(
        "PUN-01",
        _SAID,
        fixes("punctuation", "arabic"),
        pattern(rf"{_AFTER_WORD}[{SPACE}]*(?P<x>[,;])(?![{DIGIT},;])", _arabic, ",;"),
    ),
    Rule(
        "PUN-01",
        _SAID,
        fixes("punctuation", "arabic"),
        pattern(rf"(?<=[{LETTER}])(?P<x>[,;])(?=[{DIGIT}])", _arabic, ",;"),
    ),
    Rule("PUN-01", _SAID, fixes("punctuation", "arabic"), pattern(rf"{_AFTER_WORD}[{SPACE}]*(?P<x>\?)", _arabic, "?")),
)
