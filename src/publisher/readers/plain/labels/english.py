"""Divisions in English: `Chapter One`, `Article (5):`, `Appendix A`, for books in two languages."""

import re

from publisher.readers.plain.labels.label import Label
from publisher.readers.plain.labels.signs import DASHES, GAP

_NAMES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_RANKS = {
    "volume": 1,
    "book": 3,
    "part": 5,
    "unit": 5,
    "chapter": 6,
    "appendix": 6,
    "annex": 6,
    "lesson": 7,
    "lecture": 7,
    "section": 8,
    "article": 12,
}

_PATTERN = re.compile(
    f"(?P<noun>[A-Z][A-Za-z]{{2,12}}){GAP}+[(\\[]?(?:No\\.{GAP}*)?(?P<place>\\d{{1,3}}|[IVXLC]{{1,6}}|[A-Z]|[A-Za-z]{{3,9}})[)\\]]?"
    f"(?P<mark>{GAP}*[:.{DASHES}]+{GAP}*|{GAP}*$)"
)
_FIRST = re.compile(
    f"(?P<place>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?(?P<mark>{GAP}*[:{DASHES}]+{GAP}*)"
)


def read(text: str) -> Label | None:
    """Return the label of a line that opens with an English noun and its place, or an ordinal with a colon."""
    if not text[:1].isascii():
        return None
    found = _PATTERN.match(text)
    if found is None:
        return _first(text)
    n = _value(found["place"])
    if n is None:
        return None
    noun = found["noun"].lower()
    typed = " ".join(re.sub(r"[()\[\]]", " ", text[: found.start("mark")]).split())
    return Label(f"noun {noun}", ((n,),), typed, found.end(), found["mark"].strip(), _RANKS.get(noun, 16))


def _first(text: str) -> Label | None:
    found = _FIRST.match(text)
    if found is None:
        return None
    n = _ORDINALS.index(found["place"].lower()) + 1
    return Label("first", ((n,),), text[: found.start("mark")], found.end(), found["mark"].strip(), 14)


def _value(place: str) -> int | None:
    low = place.lower()
    if low.isdigit():
        return int(low)
    for names in (_NAMES, _ORDINALS):
        if low in names:
            return names.index(low) + 1
    if set(place) <= set("IVXLC"):
        values = [_ROMAN[c] for c in low]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return ord(low) - ord("a") + 1 if len(place) == 1 else None
