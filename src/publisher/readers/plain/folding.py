"""Words folded for comparison (as `arabic.letters.folded`), fast enough for every word of a long book."""

import unicodedata
from functools import cache, lru_cache

from publisher.arabic.letters import INVISIBLE, TATWEEL, folded


@cache
def _table() -> dict[int, str | None]:
    """Every character of the script, and the invisible ones, by what folding makes of it."""
    characters = [chr(c) for c in (*range(0x0600, 0x0700), *range(0x0750, 0x0780), *range(0x08A0, 0x0900))]
    table: dict[int, str | None] = {}
    for character in (*characters, *INVISIBLE, TATWEEL):
        after = "" if unicodedata.category(character) == "Mn" else folded(character)
        if after != character:
            table[ord(character)] = after or None
    return table


@lru_cache(65536)
def fold(word: str) -> str:
    """Return a word or short text folded."""
    return word.translate(_table())
