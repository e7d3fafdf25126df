"""Letters as labels: `أ-` `ب)` `(ج)` `هـ.`, in the order of abjad or of the dictionary; Latin letters and numerals."""

import re

from publisher.arabic.abjad import letter_value
from publisher.readers.plain.labels.label import Label
from publisher.readers.plain.labels.signs import DASHES, DIGIT, GAP

_ARABIC = f"([ابتثجحخدذرزسشصضطظعغفقكلمنويأ]|ه[\u200dـ]?){GAP}*"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("()", re.compile(f"\\({GAP}*{_ARABIC}\\){GAP}*[:.{DASHES}]?{GAP}*")),
    (")", re.compile(f"{_ARABIC}\\){GAP}*[:.{DASHES}]?{GAP}*")),
    (".", re.compile(f"{_ARABIC}[.](?![.…]){GAP}*")),
    ("-", re.compile(f"{_ARABIC}[{DASHES}]+{GAP}*(?!{DIGIT})")),
    ("/", re.compile(f"{_ARABIC}/{GAP}*")),
    (":", re.compile(f"{_ARABIC}:{GAP}+")),
)
_LATIN = re.compile(f"\\(?([A-Za-z]|[ivx]{{2,4}}|[IVX]{{1,4}})([.)/]|(?<=[IVX])\\s?[-–—]){GAP}+")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def read(text: str) -> Label | None:
    """Return the label of a line that opens with a letter set off from what follows."""
    for mark, pattern in _FORMS:
        found = pattern.match(text)
        if found is not None:
            name = found[1]
            places = (letter_value(name, "abjad"), letter_value(name, "hijai"))
            values = tuple((n,) for n in dict.fromkeys(places) if n is not None)
            return Label("letter", values, name.rstrip("\u200d"), found.end(), mark, 30) if values else None
    found = _LATIN.match(text)
    return _latin(found) if found is not None else None


def _latin(found: re.Match[str]) -> Label | None:
    name = found[1]
    places = [_roman(name)] if set(name.lower()) <= set(_ROMAN) else []
    if len(name) == 1:
        places.insert(0, ord(name.lower()) - ord("a") + 1)
    values = tuple((n,) for n in dict.fromkeys(places) if n)
    form = "latin" if name.islower() else "LATIN"
    return Label(form, values, name, found.end(), found[2], 30) if values else None


def _roman(name: str) -> int:
    values = [_ROMAN[c] for c in name.lower()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
