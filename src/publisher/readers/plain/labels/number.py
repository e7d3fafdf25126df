"""Numbers of one level in all their dress: `1.` `1-` `(1)` `1)` `[1]` `1️⃣`, and a number alone on its line."""

import re

from publisher.arabic.digits import value
from publisher.readers.plain.labels.label import Label
from publisher.readers.plain.labels.signs import DASHES, DIGIT, GAP

_N = f"({DIGIT}{{1,3}})"

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("keycap", re.compile(f"([0-9])\ufe0f?\u20e3{GAP}*[.:)]?{GAP}*")),
    ("()", re.compile(f"\\({GAP}*{_N}{GAP}*\\){GAP}*[:.{DASHES}]?{GAP}*")),
    ("[]", re.compile(f"\\[{GAP}*{_N}{GAP}*\\]{GAP}*[:.{DASHES}]?{GAP}*")),
    (".-", re.compile(f"{_N}{GAP}*[.]{GAP}*[{DASHES}]{GAP}+")),
    (")", re.compile(f"{_N}{GAP}*[)]{GAP}*[:.{DASHES}]?{GAP}*")),
    (".", re.compile(f"{_N}[.](?!{DIGIT}|[.…]){GAP}*")),
    ("-", re.compile(f"{_N}{GAP}*[{DASHES}]+(?!{DIGIT}){GAP}*")),
    ("/", re.compile(f"{_N}{GAP}*/(?!{DIGIT}){GAP}*")),
    (":", re.compile(f"{_N}{GAP}*:(?!{DIGIT}){GAP}*")),
    ("،", re.compile(f"{_N}،{GAP}+")),
)
_ALONE = re.compile(f"[{DASHES}*~•.({GAP[1:]}*({DIGIT}{{1,3}})[{DASHES}*~•.){GAP[1:]}*$")
_TEN = "🔟"


def read(text: str) -> Label | None:
    """Return the label of a line that opens with a number set off from what follows."""
    if text.startswith(_TEN):
        return Label("number", ((10,),), "10", len(_TEN), "keycap", 20)
    alone = _ALONE.match(text)
    if alone is not None:
        return _label(alone, "alone", "numeral")
    for mark, pattern in _FORMS:
        found = pattern.match(text)
        if found is not None:
            return _label(found, mark, "number")
    return None


def _label(found: re.Match[str], mark: str, form: str) -> Label | None:
    n = value(found[1])
    if n is None:
        return None
    return Label(form, ((n,),), found[1], found.end(), mark, 20)
