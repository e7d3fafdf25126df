"""Ordinals in words that open a section by themselves: `أولًا:` `ثانيا -` `رابعًا`, in every spelling."""

import re
from functools import cache

from publisher.arabic.ordinals import LARGEST, Form, longest_ordinal, ordinal, read_ordinal
from publisher.readers.plain.folding import fold
from publisher.readers.plain.labels.label import Label
from publisher.readers.plain.labels.signs import GAP, SET_OFF

_WORD = r"[\u0621-\u065f\u0670]+"
_WORDS = re.compile(f"\\(?({_WORD})(?:{GAP}+({_WORD}))?(?:{GAP}+({_WORD}))?")
_SET_OFF = re.compile(f"\\)?{SET_OFF}{GAP}*")
_COMMA = re.compile(f"،{GAP}+")
"""Sets off the items of an enumeration (أولًا، …؛ ثانيًا، …), and as often the openings of paragraphs."""
_GAP = re.compile(f"\\)?{GAP}+")
_OPEN = ("ا", "ًا", "اً", "ى", "ن", "ر")
"""Ends of an ordinal that stands by itself; أول يوم، ثاني رجل are no labels."""


@cache
def _first_words() -> frozenset[str]:
    firsts = {fold(ordinal(n, form)).split()[0] for n in range(1, LARGEST + 1) for form in Form}
    bare = {word.removesuffix("ا") for word in firsts if not word.startswith("ال")}
    return frozenset(
        firsts | bare | {word.removesuffix("ون") + "ين" for word in firsts} | {"اولي", "ثانيه", "ثاني", "ثان"}
    )


def ordinal_at(text: str, at: int = 0) -> tuple[int, Form, int] | None:
    """Return number, form and end of the ordinal that stands at a place of the text, or None."""
    found = _WORDS.match(text, at)
    if found is None or fold(found[1]) not in _first_words():
        return None
    for count in range(longest_ordinal(), 0, -1):
        words = found.group(*range(1, count + 1)) if count > 1 else (found[1],)
        if None in words:
            continue
        read_back = read_ordinal(" ".join(words))
        if read_back is not None:
            return (*read_back, found.end(count))
    return None


def read(text: str) -> Label | None:
    """Return the label of a line that opens with an ordinal in words."""
    found = ordinal_at(text)
    if found is None:
        return None
    n, form, end = found
    comma = _COMMA.match(text, end)
    if comma is not None and form is Form.ADVERB and text[:end].endswith(_OPEN):
        return Label("ordinal-comma", ((n,),), text[:end], comma.end(), "،", 14, is_bare=True)
    set_off = _SET_OFF.match(text, end)
    if set_off is None and text[end:].strip() and (form is not Form.ADVERB or not text[:end].endswith(_OPEN)):
        return None
    gap = set_off or _GAP.match(text, end)
    if gap is None and end < len(text):
        return None
    start = 1 if text.startswith("(") else 0
    name = "ordinal" if form is Form.ADVERB else "ordinal-noun"
    after = gap.end() if gap else end
    return Label(
        name, ((n,),), text[start:end], after, set_off[0].strip() if set_off else "", 14, is_bare=set_off is None
    )
