"""Letter numbering: abjad order (Mashriqi and Maghribi), hija'i order, abjad numerals (CNT-04…07, CNT-09)."""

from typing import Final

from publisher.arabic.letters import TATWEEL, ZWJ, folded

ABJAD: Final = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
MAGHRIBI: Final = "ابجدهوزحطيكلمنصعفضقرستثخذظغش"
HIJAI: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"

ORDERS: Final[dict[str, str]] = {"abjad": ABJAD, "maghribi": MAGHRIBI, "hijai": HIJAI}

_VALUES: Final = (
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    20,
    30,
    40,
    50,
    60,
    70,
    80,
    90,
    100,
    200,
    300,
    400,
    500,
    600,
    700,
    800,
    900,
    1000,
)


def letter(n: int, order: str, first: str = "أ") -> str:
    """Return the n-th letter of an order as a marker.

    The first letter is written with its hamza (`first`), and ه with a joiner, so that it is not read as ٥ (CNT-09).
    Past the order's end the letters are doubled in the manner of a table: أأ، أب ….
    Raises ValueError for n < 1.
    """
    if n < 1:
        msg = f"no letter for {n}"
        raise ValueError(msg)
    letters = ORDERS[order]
    if n <= len(letters):
        found = letters[n - 1]
        return first if n == 1 else found + ZWJ if found == "ه" else found
    before, last = divmod(n - 1, len(letters))
    return letter(before, order, first).rstrip(ZWJ) + letter(last + 1, order, first)


def letter_value(marker: str, order: str) -> int | None:
    """Return the place of a letter marker in an order, or None; the inverse of `letter`."""
    letters = ORDERS[order]
    bare = folded(marker.replace(ZWJ, "").replace(TATWEEL, ""))
    places = [letters.find(c) + 1 for c in bare]
    if not places or 0 in places:
        return None
    total = 0
    for place in places:
        total = total * len(letters) + place
    return total


def numeral(n: int) -> str:
    """Return n (1…1999) as an abjad numeral, additive: 11 = يا, 1448 = غتمح (CNT-05)."""
    if not 1 <= n <= 1999:
        msg = f"no abjad numeral for {n}"
        raise ValueError(msg)
    out = []
    for value, name in sorted(zip(_VALUES, ABJAD, strict=True), reverse=True):
        if value <= n:
            out.append(name)
            n -= value
    text = "".join(out)
    return text + ZWJ if text.endswith("ه") else text


def numeral_value(text: str) -> int | None:
    """Return the number that an abjad numeral means, or None; letters must fall in value."""
    values = [dict(zip(ABJAD, _VALUES, strict=True)).get(c) for c in folded(text.replace(ZWJ, ""))]
    known = [v for v in values if v is not None]
    if not known or len(known) != len(values) or known != sorted(set(known), reverse=True):
        return None
    return sum(known)
