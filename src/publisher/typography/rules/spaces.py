"""Spaces round signs: none before a closing one, one after it, none inside brackets and quotes (PUN-02, PUN-08).

Soft hyphens go too: an Arabic word is never divided (LBK-01).
"""

import re

from publisher.arabic.classes import DIGIT, LETTER, MARK, SPACE
from publisher.diagnostic import Said
from publisher.typography.rule import Find, Rule, fixes, follows, pattern
from publisher.walk.line import CALL, FOREIGN, WORD

_BEFORE = Said("لا فراغ قبل علامة الترقيم", "no space before a sign")
_AFTER = Said("فراغ واحد بعد علامة الترقيم", "one space after a sign")
_INSIDE = Said("لا فراغ داخل الأقواس وعلامات التنصيص", "no space inside brackets and quotes")
_OPENING = Said("فراغ قبل القوس وعلامة التنصيص", "a space before an opening sign")
_SINGLE = Said("فراغ واحد بين الكلمتين", "one space between words")

_ENDING = rf"(?<=[{WORD}{DIGIT}»›\"”)\]﴾%٪…!؟{CALL}{FOREIGN}A-Za-z])"
_LONG = rf"[{LETTER}][{MARK}]*[{LETTER}][{MARK}]*[{LETTER}]"
_AFTER_LONG = follows(rf"{_LONG}[{MARK}]*[.:]?", " ")
"""A word of three letters or more stands before: no abbreviation, no suffix in brackets."""


def _one(found: re.Match[str]) -> str:
    return "\u00a0" if "\u00a0" in found.group() else " "


def _rule(code: str, said: Said, find: Find) -> Rule:
    return Rule(code, said, fixes("spaces"), find)


RULES = (
    _rule(
        "LBK-01",
        Said("لا واصلة خفية في كلمة عربية", "no soft hyphen in an Arabic word"),
        pattern("\u00ad+", "", "\u00ad"),
    ),
    _rule("PUN-02", _SINGLE, pattern(rf"(?<=\S)[{SPACE}]{{2,}}(?=\S)", _one)),
    _rule("PUN-02", _BEFORE, pattern(rf"{_ENDING}[{SPACE}]+(?=[،؛؟!](?:[{SPACE}\n»›)\]؟!…{LETTER}]|$))", "", "،؛؟!")),
    _rule("PUN-02", _BEFORE, pattern(rf"{_ENDING}[{SPACE}]+(?=[.:](?:[{SPACE}\n»›)\]]|$))", "", ".:")),
    _rule("PUN-08", _INSIDE, pattern(rf"(?<=[(\[«‹])[{SPACE}]+(?=[^{SPACE})\]»›])", "", "([«‹")),
    _rule("PUN-08", _INSIDE, pattern(rf"(?<=[^{SPACE}(\[«‹])[{SPACE}]+(?=[)\]»›])", "", ")]»›")),
    _rule("PUN-02", _AFTER, pattern(rf"(?<=[،؛؟!])(?=[{LETTER}«(])", " ", "،؛؟!")),
    _rule("PUN-02", _AFTER, pattern(rf"(?<=:)(?=[{LETTER}«])", _AFTER_LONG, ":")),
    _rule("PUN-02", _AFTER, pattern(rf"(?<=\.)(?={_LONG})", _AFTER_LONG, ".")),
    _rule("PUN-02", _AFTER, pattern(rf"(?<=[»)])(?={_LONG})", " ", "»)")),
    _rule("PUN-02", _OPENING, pattern(rf"(?=«|\((?:{_LONG}|[{DIGIT}]))", _AFTER_LONG, "«(")),
)
