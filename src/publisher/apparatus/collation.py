"""The order of an index and of a bibliography: hija'i, hamza on its seat, marks unseen (IDX-01, IDX-02, BIB-01).

The key is our own: what CLDR says of `ar` changed between its versions.
"""

import unicodedata
from dataclasses import dataclass

from publisher.arabic.abjad import HIJAI
from publisher.arabic.letters import INVISIBLE, folded

_PLACE = {letter: place for place, letter in enumerate("ء" + HIJAI)}
_AFTER_ARABIC = 1000
"""Letters of other scripts come after the Arabic ones, digits before them all."""

_KIN = frozenset({"ابن", "ابو", "ابي", "ام", "بنت", "بن"})

SortKey = tuple[bool, tuple[tuple[int, ...], ...], str]


@dataclass(frozen=True, slots=True)
class Order:
    """What sorting passes over."""

    ignores_article: bool = True
    ignores_kin: bool = False
    """Whether ابن، أبو، أم before a name are passed over."""
    kept: frozenset[str] = frozenset({"الله"})
    """Words whose ال belongs to them."""


DEFAULT = Order()


def sort_key(entry: str, order: Order = DEFAULT) -> SortKey:
    """Return the key by which an entry sorts; entries that begin in another script come last."""
    words = _compared(entry, order)
    return _is_foreign(words), tuple(tuple(map(_weight, word)) for word in words), _tie(entry)


def letter_head(entry: str, order: Order = DEFAULT) -> str:
    """Return the letter under which an index sets an entry (IDX-03)."""
    return "".join(_compared(entry, order))[:1].upper()


def _compared(entry: str, order: Order) -> list[str]:
    """Return the words of an entry as they are compared."""
    words = folded(entry).casefold().split()
    if order.ignores_kin:
        while len(words) > 1 and words[0] in _KIN:
            words = words[1:]
    return [_without_article(word, order) for word in words] if order.ignores_article else words


def _without_article(word: str, order: Order) -> str:
    is_kept = word in {folded(kept) for kept in order.kept}
    return word if is_kept or len(word) < 4 or not word.startswith("ال") else word[2:]


def _weight(character: str) -> int:
    if character.isdigit():
        return -10 + int(unicodedata.digit(character, 0))
    place = _PLACE.get(character)
    return _AFTER_ARABIC + ord(character) if place is None else place


def _is_foreign(words: list[str]) -> bool:
    first = next((c for word in words for c in word if c.isalpha()), "")
    return first != "" and first not in _PLACE


def _tie(entry: str) -> str:
    """Order entries with one key always the same way, whatever is invisible in them."""
    return "".join(c for c in unicodedata.normalize("NFC", entry) if c not in INVISIBLE)
