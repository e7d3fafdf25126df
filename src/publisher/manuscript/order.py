"""Natural order of file names: `2-x` before `10-x`, in any digits; other characters as Unicode has them."""

import re
import unicodedata

from publisher.arabic import digits

_RUN = re.compile(r"(\d+)")


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key that sorts names in natural order; runs of digits compare as numbers."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return tuple(_part(part) for part in _RUN.split(folded) if part)


def _part(part: str) -> tuple[int, int, str]:
    number = digits.value(part)
    return (1, 0, part) if number is None else (0, number, part)
