"""Readers of labels, one form a file; the first that answers wins."""

from collections.abc import Callable
from functools import lru_cache

from publisher.arabic.letters import is_arabic_letter
from publisher.readers.plain.labels import bullet, decimal, division, english, letter, number, ordinal
from publisher.readers.plain.labels.label import Label

READERS: tuple[Callable[[str], Label | None], ...] = (
    decimal.read,
    number.read,
    bullet.read,
    letter.read,
    ordinal.read,
    division.read,
    english.read,
)

_IN_WORDS = (ordinal.read, division.read)
_REACH = 80
"""A label ends within so many characters."""


@lru_cache(4096)
def _read(start: str) -> Label | None:
    readers = _IN_WORDS if _opens_word(start) else READERS
    return next((label for reader in readers if (label := reader(start)) is not None), None)


def _opens_word(start: str) -> bool:
    """Whether an Arabic word of two letters or more opens the line: no sign, number or letter does then."""
    return len(start) > 1 and is_arabic_letter(start[0]) and is_arabic_letter(start[1])


def read_label(text: str) -> Label | None:
    """Return the label that a line opens with, or None."""
    return _read(text if len(text) <= _REACH else text[:_REACH])


__all__ = ["Label", "read_label"]
