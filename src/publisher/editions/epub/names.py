"""How names and titles are filed, and whether an ISBN is whole (C1, C3, C4)."""

import re
from typing import Final

from publisher.arabic.digits import to_family
from publisher.arabic.letters import has_arabic, without_marks

_KIN: Final = frozenset({"بن", "ابن", "بنت", "ابنة"})
"""Words that make a name out of the father's: what follows is no family name."""
_BOUND: Final = frozenset(
    {"أبو", "أبي", "أبا", "ابو", "أم", "آل", "عبد", "ذو", "بو", "دي", "فان", "de", "von", "van", "da", "del"}
)
"""Words that belong to the word after them."""
_BODIES: Final = frozenset(
    "دار مركز جامعة مؤسسة معهد هيئة وزارة لجنة جمعية مجلس اتحاد منظمة شركة مكتبة مجموعة قسم إدارة نخبة".split()  # noqa: SIM905
)
"""First words of the names of bodies, which are filed as they stand."""


def filed_name(name: str) -> str:
    """Return a person's name as a catalogue files it: family name first («الجاحظ، أبو عثمان»).

    The family name is taken to be the last word, with what belongs to it; a name that ends in a father's name, and the
    name of a body, stay as they are.
    """
    words = name.split()
    comma = "،" if has_arabic(name) else ","
    if len(words) < 2 or any(mark in name for mark in "،,") or words[0] in _BODIES:
        return name
    start = len(words) - 1
    while start > 0 and words[start - 1] in _BOUND:
        start -= 1
    if start == 0 or words[start - 1] in _KIN or (words[start] in _KIN):
        return name
    return f"{' '.join(words[start:])}{comma} {' '.join(words[:start])}"


def filed_title(title: str) -> str:
    """Return a title as it is filed: without its article and its vowel marks."""
    bare = without_marks(title).strip()
    first, _, rest = bare.partition(" ")
    if len(first) > 4 and first.startswith("ال") and not first.startswith("الله"):
        return f"{first[2:]} {rest}".strip()
    for article in ("The ", "A ", "An "):
        if bare.startswith(article):
            return bare[len(article) :]
    return bare


def isbn_digits(text: str) -> str:
    """Return an ISBN's digits without hyphens and spaces, in European digits."""
    return re.sub(
        r"(?i)^(?:urn:)?isbn[:\s]*|[\s\-\u2010-\u2013\u200e\u200f]", "", to_family(text.strip(), "latn")
    ).upper()


def is_isbn(text: str) -> bool:
    """Whether a text is an ISBN whose check digit is right."""
    digits = isbn_digits(text)
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum(int(d) * (1 if i % 2 == 0 else 3) for i, d in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 if d == "X" else int(d)) * (10 - i) for i, d in enumerate(digits)) % 11 == 0
    return False
