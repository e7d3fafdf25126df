"""Ink of a page: a raster of it, and what is dark in it. Lengths in pt from the head and the left of the page."""

from dataclasses import dataclass
from pathlib import Path

import pymupdf

DOTS = 4
"""Pixels a point."""


@dataclass(frozen=True)
class Ink:
    """Rows of pixels, dark ones as 1."""

    rows: tuple[bytes, ...]

    def crop(self, left: float, top: float, right: float, bottom: float) -> "Ink":
        """Return a part of it."""
        rows = self.rows[round(top * DOTS) : round(bottom * DOTS)]
        return Ink(tuple(row[round(left * DOTS) : round(right * DOTS)] for row in rows))

    @property
    def shares(self) -> list[float]:
        """How much of each row is dark."""
        return [sum(row) / len(row) for row in self.rows]

    @property
    def amount(self) -> int:
        """How many pixels are dark."""
        return sum(map(sum, self.rows))

    def differing(self, other: "Ink") -> int:
        """Return how many pixels are dark in one of two and not in the other."""
        return sum(
            a != b for mine, own in zip(self.rows, other.rows, strict=False) for a, b in zip(mine, own, strict=False)
        )


_DARK = bytes(1 if value < 128 else 0 for value in range(256))


def ink_of(pdf: Path, page: int) -> Ink:
    """Return where a page (from 1) is dark."""
    with pymupdf.open(pdf) as document:
        shot = document[page - 1].get_pixmap(matrix=pymupdf.Matrix(DOTS, DOTS), colorspace="gray", alpha=False)
        dark = bytes(shot.samples).translate(_DARK)
        return Ink(tuple(dark[y * shot.stride : y * shot.stride + shot.width] for y in range(shot.height)))
