"""Ink of a page: a raster of it, and what is dark in it. Lengths in pt from the head and the left of the page."""

from pathlib import Path

import numpy as np
import pymupdf

DOTS = 4
"""Pixels a point."""
Raster = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


def raster(pdf: Path, page: int) -> Raster:
    """Return where a page (from 1) is dark."""
    with pymupdf.open(pdf) as document:
        shot = document[page - 1].get_pixmap(matrix=pymupdf.Matrix(DOTS, DOTS), colorspace="gray", alpha=False)
        return np.frombuffer(shot.samples, dtype=np.uint8).reshape(shot.height, shot.stride)[:, : shot.width] < 128


def crop(ink: Raster, left: float, top: float, right: float, bottom: float) -> Raster:
    """Return a part of a page."""
    return ink[round(top * DOTS) : round(bottom * DOTS), round(left * DOTS) : round(right * DOTS)]


def rows(ink: Raster) -> list[bool]:
    """Return for each row of pixels whether it has ink."""
    return [bool(row.any()) for row in ink]
