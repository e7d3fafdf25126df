"""Dashes: en dash in ranges and between clauses, dialogue opened by a dash and a no-break space (PUN-07, BID-15)."""

import re
from collections.abc import Iterator

from publisher.arabic import digits
from publisher.arabic.classes import DIGIT, SPACE
from publisher.diagnostic import Said
from publisher.typography.rule import NBSP, House, Rule, fixes, pattern
from publisher.walk.line import BREAK, WORD, Edit, Flat

_RANGE = rf"(?<![{DIGIT}\-–—/.:+×,٫٬])(?P<low>[{DIGIT}]{{1,4}})(?P<x>-)(?P<high>[{DIGIT}]{{1,4}})(?![{DIGIT}\-–—/:×]|[.,٫٬][{DIGIT}])"
_NOT_A_RANGE = re.compile(
    r"(?:شكل|جدول|فصل|باب|قسم|مبحث|بند|فقرة|مادة|معادلة|تمرين|رقم|نتيجة|فاز|فازت|هاتف|كوفيد|طراز|قرار)[\s(]*$"
)


def _range(found: re.Match[str]) -> str | None:
    low, high = digits.value(found["low"]), digits.value(found["high"])
    if low is None or high is None or low >= high:
        return None
    return None if _NOT_A_RANGE.search(found.string, max(0, found.start() - 16), found.start()) else "–"


_DIALOGUE = re.compile(rf"[{SPACE}]*[-–—][{SPACE}]*")


def _dialogue(flat: Flat, _house: House) -> Iterator[Edit]:
    opening = _DIALOGUE.match(flat.text) if flat.kind == "dialogue" else None
    if opening and opening.group() != f"–{NBSP}":
        yield Edit(*opening.span(), f"–{NBSP}")


_ON = fixes("dashes", "fix", "hug")

_CLAUSE = re.compile(
    rf"[{WORD}»)] (?P<open>[–—])(?P<in1> )(?P<clause>[^–—.؟!{BREAK}]{{1,200}}?)(?P<in2> )(?P<close>[–—])(?=[ ،؛.:]|$)"
)


def _hugging(flat: Flat, _house: House) -> Iterator[Edit]:
    for found in _CLAUSE.finditer(flat.text):
        yield Edit(*found.span("in1"), "")
        yield Edit(*found.span("in2"), "")


_BETWEEN = Said("شرطة طويلة بين الجمل", "an en dash between clauses")

RULES = (
    Rule("BID-15", Said("شرطة المدى بين العددين", "an en dash in a range"), _ON, pattern(_RANGE, _range, "-")),
    Rule("PUN-07", Said("شرطة الحوار في أول السطر", "a dialogue dash at the start"), _ON, _dialogue),
    Rule("PUN-07", _BETWEEN, _ON, pattern(rf"(?<=[{WORD}»)،][{SPACE}])(?P<x>-{{1,2}})(?=[{SPACE}])", "–", "-")),
    Rule("PUN-07", _BETWEEN, _ON, pattern(rf"(?<=[{WORD}»)])(?P<x>--)(?=[{WORD}«(])", "–", "-")),
    Rule(
        "PUN-07",
        Said("شرطتا الاعتراض تلازمان جملتهما", "parenthetical dashes hug their clause"),
        fixes("dashes", "hug"),
        _hugging,
    ),
)
