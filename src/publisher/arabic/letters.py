"""Letters and marks: joining types (UAX #53, ArabicShaping), folding for comparison, what is part of a word."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from publisher.arabic.classes import LETTER, MARK

TATWEEL = "ـ"
ZWJ = "\u200d"
ZWNJ = "\u200c"
NBSP = "\u00a0"

BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks, embeddings, overrides and isolates of UAX #9."""

INVISIBLE = BIDI_CONTROLS | frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f")
"""Characters that print nothing and weigh nothing in a comparison of texts."""

_RIGHT_JOINING = frozenset(
    "آأؤإاةدذرزو"
    "\u0671\u0672\u0673\u0675\u0676\u0677"
    "\u0688\u0689\u068a\u068b\u068c\u068d\u068e\u068f\u0690\u0691\u0692\u0693\u0694\u0695\u0696\u0697\u0698\u0699"
    "\u06c0\u06c3\u06c4\u06c5\u06c6\u06c7\u06c8\u06c9\u06ca\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef"
    "\u0759\u075a\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779"
)
_FEW_MARKS = 12
_VOCALISED = 0.5
"""Marks for each letter; a fully vocalised text has about 0.8, a text with stray marks less than 0.1."""
_LETTERS = re.compile(f"[{LETTER}]")
_MARKS = re.compile(f"[{MARK}]")
_NON_JOINING = frozenset("ء\u0674\u06dd")


def is_mark(character: str) -> bool:
    """Whether a character is a combining mark (tashkil, Qur'an signs, dagger alef)."""
    return unicodedata.category(character) in ("Mn", "Me")


@lru_cache(4096)
def is_arabic_letter(character: str) -> bool:
    """Whether a character is a letter of the Arabic script, in its plain (not presentation) form."""
    return "\u0600" <= character <= "\u08ff" and unicodedata.category(character) == "Lo"


@lru_cache(4096)
def joining_type(character: str) -> str:
    """Return Joining_Type: `D` dual, `R` right-joining, `U` none, `C` causing, `T` transparent."""
    if character in (ZWJ, TATWEEL):
        return "C"
    if is_mark(character) or (unicodedata.category(character) == "Cf" and character not in (ZWNJ, "\u06dd")):
        return "T"
    if not is_arabic_letter(character) or character in _NON_JOINING:
        return "U"
    return "R" if character in _RIGHT_JOINING else "D"


def joins(before: str, after: str) -> bool:
    """Whether the last letter of `before` and the first of `after` are joined when they stand together."""
    first = next((kind for kind in map(joining_type, reversed(before)) if kind != "T"), "U")
    second = next((kind for kind in map(joining_type, after) if kind != "T"), "U")
    return first in "DC" and second in "DRC"


class _Kept(dict[int, int | None]):
    """A table for `str.translate`, filled as characters are met: without marks and tatweel, letters by a table."""

    def __init__(self, letters: Mapping[int, int], dropped: Iterable[str]) -> None:
        super().__init__({**letters, **dict.fromkeys(map(ord, (TATWEEL, *dropped)))})

    def __missing__(self, code: int) -> int | None:
        return self.setdefault(code, None if is_mark(chr(code)) else code)


def is_vocalised(text: str) -> bool:
    """Whether most letters of a text bear a mark: its lines need more room than those of plain text."""
    marks = len(_MARKS.findall(text))
    return marks > _FEW_MARKS and marks > _VOCALISED * len(_LETTERS.findall(text))


def without_marks(text: str) -> str:
    """Return text without combining marks and tatweel."""
    return text.translate(_UNMARKED)


_FOLD = str.maketrans("أإآٱىةؤئیک", "اااايهوييك")
_UNMARKED = _Kept({}, ())
_FOLDED = _Kept(_FOLD, INVISIBLE)


def folded(text: str) -> str:
    """Return text as a searcher compares it: no marks, tatweel or invisibles; hamza seats, ة and ى folded (DIA-06)."""
    return unicodedata.normalize("NFC", text).translate(_FOLDED)


@lru_cache(8192)
def has_arabic(text: str) -> bool:
    """Whether text holds a letter of the Arabic script."""
    return any(is_arabic_letter(c) for c in text)


def is_presentation_form(character: str) -> bool:
    """Whether a character is a presentation form that plain text should not hold (SHP-01).

    The honorific and word ligatures that have no plain spelling (ﷺ, ﷻ, ﷽, ﴾ ﴿ …) are not counted.
    """
    if "\ufe70" <= character <= "\ufefc":
        return True
    return "\ufb50" <= character <= "\ufdff" and not (
        "\ufd3e" <= character <= "\ufd4f" or character in "\ufdcf\ufdf2\ufdfa\ufdfb\ufdfc\ufdfd"
    )
