"""The page as paper: trim sizes, margins, bleed. All lengths in mm; sides are inner and outer, head and foot."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrimSize:
    """The page after cutting, in mm."""

    width: float
    height: float


TRIMS: dict[str, TrimSize] = {
    "A4": TrimSize(210, 297),
    "A5": TrimSize(148, 210),
    "B5": TrimSize(176, 250),
    "17x24": TrimSize(170, 240),
}
"""Trim sizes by the names that `book.toml` knows."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the printed book. Margins in mm; None means: as the style has it for this trim."""

    trim: TrimSize = TRIMS["A5"]
    name: str = "A5"
    """Name of the trim, or `custom`."""
    inner: float | None = None
    outer: float | None = None
    head: float | None = None
    foot: float | None = None
    bleed: float = 0
    """Ink past the cut, in mm."""
    has_crop_marks: bool = False
