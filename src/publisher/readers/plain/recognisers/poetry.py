"""How far a file is one of poetry, which decides what a few short lines in it are."""

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.readers.plain.copytext import Copy

HALVES = 2
FEW = 8
"""Fewer lines than this show no habit."""
_SHARE = 0.3
_VOICED = 0.25

POETS = (
    "شعر",
    "ديوان",
    "قصيد",
    "قصائد",
    "الشاعر",
    "شاعر",
    "أنشد",
    "ينشد",
    "بيت",
    "أبيات",
    "غنّ",
    "غنى",
    "المتنبي",
    "المعري",
    "البحتري",
    "نظم",
)


@dataclass(frozen=True, slots=True)
class Poetry:
    """How far a file is one of poetry."""

    weight: float
    is_book: bool
    """Whether it has enough of it to be read as a book of poems."""
    is_free: bool = False
    """Whether many of its stanzas are no pairs of halves."""


def poetry_of(copy: Copy, stanzas: Sequence[Sequence[int]], halved: int) -> Poetry:
    """Return how far the file is one of poetry, given its stanzas and how many of its lines are in two halves."""
    lines = [i for stanza in stanzas for i in stanza]
    share = len(lines) / len(copy) if len(copy) else 0.0
    named = any(word in line.text for line in copy.lines[:4] for word in POETS[:4])
    voiced = sum(is_voiced(copy, i) for i in lines) / len(lines) if lines else 0.0
    weight = 2.0 if named else 0.0
    voiced = voiced if len(lines) >= FEW else 0.0
    weight += 1.5 if share > 0.5 else 1.0 if len(lines) + halved > _SHARE * len(copy) and voiced > _VOICED else 0.0
    weight += 1.0 if voiced > _VOICED and share > _SHARE else 0.0
    weight -= 1.0 if share < 0.1 else 0.0
    return Poetry(weight, weight > 0 and len(lines) >= FEW)


def are_free(stanzas: Sequence[Sequence[int]]) -> bool:
    """Whether many stanzas have an odd number of lines."""
    whole = [stanza for stanza in stanzas if len(stanza) > 1]
    return sum(len(stanza) % HALVES for stanza in whole) > _SHARE * len(whole)


def is_voiced(copy: Copy, i: int) -> bool:
    """Whether a line ends in a vowel mark, as lines of verse do and titles do not."""
    return "\u064b" <= copy.lines[i].text[-1] <= "\u0652" and copy.lines[i].text[-1] != "\u064b"
