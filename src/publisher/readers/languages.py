"""Tells text in another script than the book's: what a paragraph or quotation without a tag is written in."""

import re
import unicodedata

from publisher.arabic.letters import has_arabic

_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "is", "that", "for", "are", "with", "not", "it", "as", "be", "this")
)
_FRENCH = frozenset(("le", "la", "les", "des", "et", "est", "une", "dans", "que", "pour", "qui"))
_SIGNS = (("en", _ENGLISH), ("fr", _FRENCH))


def foreign_language(text: str, language: str) -> str:
    """Return the tag of a text that holds no Arabic letter in an Arabic book, or "" where it is not foreign.

    A language is named when its commonest words are there, else only the script (`und-Latn`).
    """
    if not language.startswith(("ar", "fa", "ur")) or has_arabic(text):
        return ""
    letters = [c for c in text if c.isalpha()]
    latin = sum(unicodedata.name(c, "").startswith("LATIN") for c in letters)
    if not letters or latin < 0.9 * len(letters):
        return ""
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", text)]
    weights = [(sum(w in signs for w in words), name) for name, signs in _SIGNS]
    weight, name = max(weights)
    return name if weight * 12 >= len(words) else "und-Latn"
