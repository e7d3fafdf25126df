"""Numbers of several levels: `2.1`, `2.1.1`, `٢-١`. Whether one opens a sentence (1.5 مليون) is for the series to say."""

import re

from publisher.arabic.digits import value
from publisher.readers.plain.labels.label import Label
from publisher.readers.plain.labels.measure import measures
from publisher.readers.plain.labels.signs import DASHES, DIGIT, GAP

_NUMBERS = re.compile(
    f"[(]?({DIGIT}{{1,2}})([.\\-–/])({DIGIT}{{1,2}})(?:\\2({DIGIT}{{1,2}}))?(?:\\2({DIGIT}{{1,2}}))?"
    f"([.):/{DASHES}]*)(?:{GAP}*[:{DASHES}])?(?:{GAP}+|$)",
)


def read(text: str) -> Label | None:
    """Return the label of a line that opens with a number of two to four levels."""
    found = _NUMBERS.match(text)
    if found is None:
        return None
    parts = tuple(value(g) or 0 for g in (found[1], found[3], found[4], found[5]) if g)
    if 0 in parts[:1] or parts[-1] == 0 or (found[2] == "/" and len(parts) > 2):
        return None
    typed = text[: found.end(5) if found[5] else found.end(4) if found[4] else found.end(3)].lstrip("(")
    values = (parts, parts[::-1]) if parts != parts[::-1] else (parts,)
    bare = not found[6] and ":" not in found[0]
    if bare and measures(text, found.end()):
        return None
    return Label(f"decimal{len(parts)}", values, typed, found.end(), found[2], 20 + len(parts), is_bare=bare)
