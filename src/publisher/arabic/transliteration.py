"""Arabic letters in plain ASCII, for the names of files: readable, not reversible."""

import re
import unicodedata
from itertools import zip_longest
from typing import Final

from publisher.arabic import digits
from publisher.arabic.letters import TATWEEL, is_mark

_LETTERS: Final[dict[str, str]] = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ى": "a",
    "ة": "a", "ء": "", "ؤ": "u", "ئ": "i", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "y", "ڤ": "v",
}  # fmt: skip
_MARKS: Final[dict[str, str]] = {"َ": "a", "ُ": "u", "ِ": "i", "ً": "an", "ٌ": "un", "ٍ": "in", "ٰ": "a"}
_LONG: Final[dict[str, str]] = {"و": "u", "ي": "i"}
"""What these are after a consonant, where no vowel follows."""
_VOWELLED: Final = frozenset("اأآىةوي") | frozenset(_MARKS)
_LONGEST: Final = 60


def transliterated(text: str) -> str:
    """Return text in ASCII letters and digits; what has no spelling there becomes a space."""
    out = ""
    plain = digits.to_family(unicodedata.normalize("NFC", text), "latn").replace(TATWEEL, "")
    for character, after in zip_longest(plain, plain[1:], fillvalue=" "):
        if character in _LONG and out[-1:].isalpha() and out[-1] not in "aiu" and after not in _VOWELLED:
            out += _LONG[character]
        elif character in _LETTERS or is_mark(character):
            out += _LETTERS.get(character, "") or _MARKS.get(character, "")
        else:
            bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
            out += bare if bare.isalnum() else " "
    return out


def slug(text: str) -> str:
    """Return a name of lower-case ASCII letters, digits and hyphens for a text; the article ال is set apart; may be empty."""
    words = re.findall(r"[a-z0-9]+", transliterated(_without_articles(text)).lower())
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word
        if len(longer) > _LONGEST:
            break
        name = longer
    return name or "".join(words)[:_LONGEST]


def _without_articles(text: str) -> str:
    return re.sub(r"(?<!\w)ال(?=\w)", "al-", text)
