"""Words by which a line shows that it leads to what follows, or goes on with what came before, and so is no title."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, frozenset[str]]:
    text = (resources.files(__package__) / "wording.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def leads(words: Iterable[str]) -> bool:
    """Whether folded words lead to what follows them (الآتي، يلي، قال)."""
    return not _table()["leading"].isdisjoint(words)


def goes_on(word: str) -> bool:
    """Whether a folded word goes on with a sentence by its first letter (ومنها، فقال)."""
    table = _table()
    return (word.startswith("و") and word not in table["waw"]) or (
        word.startswith("ف") and word[1:] in table["leading"]
    )


def opens_midway(word: str) -> bool:
    """Whether a folded word goes on with a sentence, and seldom opens a title."""
    return word in _table()["midway"]


def dangles(word: str) -> bool:
    """Whether a folded word at the end of a line wants another after it."""
    return word.strip("ـ") in _table()["dangling"]
