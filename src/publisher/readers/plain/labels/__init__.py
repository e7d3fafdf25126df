"""Readers of labels, one form a file; the first that answers wins."""

from collections.abc import Callable
from functools import lru_cache

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

_REACH = 80
"""A label ends within so many characters."""


@lru_cache(4096)
def _read(start: str) -> Label | None:
    return next((label for reader in READERS if (label := reader(start)) is not None), None)


def read_label(text: str) -> Label | None:
    """Return the label that a line opens with, or None."""
    return _read(text if len(text) <= _REACH else text[:_REACH])


__all__ = ["Label", "read_label"]
