"""The numbering styles: one table entry a style, how it writes a number and how it reads one back (CNT-03…08).

A style knows nothing of books. What a label needs beside the number (digit family, gender, form) is its `Manner`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from publisher.arabic import abjad, digits, ordinals
from publisher.arabic.ordinals import Form


@dataclass(frozen=True, slots=True)
class Manner:
    """How numbers are written at one place of one book."""

    family: str = "arab"
    """Digit family of the book."""
    form: Form = Form.ADVERB
    """Form of ordinals in words, by the noun they follow."""
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class Style:
    """A numbering style."""

    write: Callable[[int, Manner], str]
    read: Callable[[str], int | None]
    largest: int | None = None
    """Last number that the style has; past it the label falls back to the book's digits."""
    smallest: int = 1
    suffix: str = "."
    """What follows the marker of a list item."""


def _in_family(family: str) -> Callable[[int, Manner], str]:
    return lambda n, _manner: digits.number(n, family)


def _letter(order: str) -> Style:
    return Style(lambda n, _manner: abjad.letter(n, order), lambda text: abjad.letter_value(text, order))


def _ordinal(n: int, manner: Manner) -> str:
    return ordinals.ordinal(n, manner.form)


def _read_ordinal(text: str) -> int | None:
    found = ordinals.read_ordinal(text)
    return None if found is None else found[0]


_DIGITS = digits.value

STYLES: dict[str, Style] = {
    "ordinal": Style(_ordinal, _read_ordinal, largest=ordinals.LARGEST, suffix=":"),
    "decimal": Style(lambda n, manner: digits.number(n, manner.family), _DIGITS, smallest=0),
    "arabic-indic": Style(_in_family("arab"), _DIGITS, smallest=0),
    "european": Style(_in_family("latn"), _DIGITS, smallest=0),
    "persian": Style(_in_family("arabext"), _DIGITS, smallest=0),
    "abjad": _letter("abjad"),
    "abjad-numeral": Style(lambda n, _manner: abjad.numeral(n), abjad.numeral_value, largest=1999),
    "maghribi": _letter("maghribi"),
    "hijai": _letter("hijai"),
}
"""Every style of one number. `multilevel` is made of several and `none` of none: see `write_levels`."""

LIST_SUFFIX: dict[str, str] = {name: style.suffix for name, style in STYLES.items()}
"""Punctuation after the marker of a list item, by the list's style."""


def write(n: int, style: str, manner: Manner) -> str:
    """Return a number in a style; a number that the style does not have is written in the book's digits."""
    known = STYLES[style]
    in_words = style == "ordinal" and not manner.language.startswith("ar")
    if in_words or n < known.smallest or (known.largest is not None and n > known.largest):
        return digits.number(n, manner.family)
    return known.write(n, manner)


def read(text: str, style: str) -> int | None:
    """Return the number that a label in a style means, digits included, or None."""
    found = STYLES[style].read(text)
    return digits.value(text) if found is None else found


def write_levels(numbers: tuple[int, ...], order: str, separator: str, manner: Manner) -> str:
    """Return a number of several levels, outermost first or innermost first as the house has it (CNT-12)."""
    parts = numbers if order == "outer-first" else tuple(reversed(numbers))
    return separator.join(digits.number(n, manner.family) for n in parts)


def read_levels(text: str, order: str, separator: str) -> tuple[int, ...] | None:
    """Return the numbers of a label of several levels, outermost first, or None."""
    numbers = tuple(digits.value(part.strip()) for part in text.split(separator))
    known = tuple(n for n in numbers if n is not None)
    if len(known) != len(numbers):
        return None
    return known if order == "outer-first" else tuple(reversed(known))
