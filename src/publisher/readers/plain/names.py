"""Names of people, and the kinds of work that stand under a title: رواية، شعر."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

from publisher.readers.plain.folding import fold

_ARABIC = re.compile(r"[\u0621-\u064a]+")
_LIKE = 3
_SHORTEST = 4
_MOST = 6
"""Words of the longest name, with its honours."""


@cache
def _table() -> dict[str, frozenset[str]]:
    text = (resources.files(__package__) / "names.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def is_name(text: str) -> bool:
    """Whether a line is the name of a person and nothing else: two words and more, the first a given name."""
    words = [fold(word.strip("./")) for word in text.split()]
    while len(words) > 2 and words[0] in _table()["honour"]:
        words = words[1:]
    if not 2 <= len(words) <= _MOST or not all(_ARABIC.fullmatch(word) for word in words):
        return False
    table = _table()
    if words[0] not in table["given"] and not (words[0] in table["before"] and len(words) > 1):
        return False
    return all(_goes_on(before, word) for before, word in pairwise(words))


def is_like_name(text: str) -> bool:
    """Whether a line has the build of a name, though its words are not known: two or three, the last a family (…ال…ي)."""
    words = [fold(word) for word in text.split()]
    if not 2 <= len(words) <= _LIKE or not all(_ARABIC.fullmatch(word) for word in words):
        return False
    return (
        not words[0].startswith("ال") and len(words[0]) > 2 and words[-1].startswith("ال") and words[-1].endswith("ي")
    )


def signs(text: str) -> bool:
    """Whether a short text names who signs: a person, an office, or a field and what fills it."""
    words = text.split()
    first = fold(words[0].strip(":.")) if words else ""
    is_office = len(words) <= _MOST and first.removeprefix("ال") in _table()["roles"]
    return is_office or is_name(text) or _is_honoured(words)


def _is_honoured(words: Sequence[str]) -> bool:
    return (
        1 < len(words) <= _MOST
        and words[0].rstrip("./") != words[0]
        and fold(words[0].strip("./")) in _table()["honour"]
    )


def is_honoured(text: str) -> bool:
    """Whether a line is a name behind an honour: د. سعاد، الأستاذ/ مروان."""
    words = re.sub("/", "/ ", text).split()
    first = fold(words[0].strip("./")) if words else ""
    return 1 < len(words) <= _MOST and len(first) > 0 and first in _table()["honour"] and ":" not in text


def opens_house(text: str) -> bool:
    """Whether a line opens with the name of whoever publishes a document."""
    return _first(text) in _table()["houses"]


def opens_document(text: str) -> bool:
    """Whether a line opens with the name of a kind of document: محضر، تقرير، مذكرة."""
    return _first(text) in _table()["documents"]


def _first(text: str) -> str:
    word = fold(text.split(None, 1)[0].strip("،:")) if text.strip() else ""
    return word.removeprefix("ال") if len(word) > _SHORTEST else word


def _goes_on(before: str, word: str) -> bool:
    """Whether a word may follow another in a name: a given name, a father, a family."""
    table = _table()
    if word in table["given"] or word in table["before"] or before in table["before"]:
        return True
    return word.startswith("ال") or (word.endswith("ي") and len(word) > 3)


def is_kind_of_work(text: str) -> bool:
    """Whether a line says only what kind of work the text is."""
    return fold(" ".join(text.split())).strip("()[]«» ") in _table()["works"]
