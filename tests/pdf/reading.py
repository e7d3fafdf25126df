"""A made PDF read back by its glyphs: lines with their baselines and edges, in pt from the head of the page."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pymupdf

from publisher.arabic.letters import INVISIBLE

MM = 72 / 25.4


@dataclass(frozen=True)
class Glyph:
    """A drawn sign."""

    text: str
    x0: float
    x1: float
    baseline: float
    font: str
    size: float


@dataclass(frozen=True)
class Line:
    """Glyphs on one baseline, by their places from the left edge of the page."""

    glyphs: tuple[Glyph, ...]

    @property
    def baseline(self) -> float:
        """Distance from the head of the page, in pt."""
        return self.glyphs[0].baseline

    @cached_property
    def words(self) -> str:
        """The line as a right-to-left reader says it, without marks."""
        bare = "".join(g.text for g in reversed(self.glyphs) if g.text not in INVISIBLE)
        return " ".join("".join(c for c in bare if not unicodedata.combining(c) and c != "ـ").split())

    @property
    def left(self) -> float:
        """Left edge of the ink box of the leftmost sign."""
        return min(g.x0 for g in self.glyphs if g.text.strip())

    @property
    def right(self) -> float:
        """Right edge of the rightmost sign."""
        return max(g.x1 for g in self.glyphs if g.text.strip())

    def of(self, signs: str) -> tuple[Glyph, ...]:
        """Return the glyphs that are any of some signs."""
        return tuple(g for g in self.glyphs if g.text in signs)


@dataclass(frozen=True)
class Page:
    """A page."""

    number: int
    """From 1, in the file."""
    width: float
    height: float
    lines: tuple[Line, ...]

    def line(self, words: str) -> Line:
        """Return the line that says some words."""
        return next(line for line in self.lines if words in line.words)

    def says(self, words: str) -> bool:
        """Whether a line of the page says some words."""
        return any(words in line.words for line in self.lines)


def read_pages(path: Path) -> tuple[Page, ...]:
    """Return the pages of a file."""
    with pymupdf.open(path) as pdf:
        return tuple(Page(i, page.rect.width, page.rect.height, _lines(page)) for i, page in enumerate(pdf, 1))


def _lines(page: pymupdf.Page) -> tuple[Line, ...]:
    rows: dict[float, list[Glyph]] = {}
    for block in page.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES)[
        "blocks"
    ]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for sign in span["chars"]:
                    baseline = sign["origin"][1]
                    row = next((b for b in rows if abs(b - baseline) < 0.6), baseline)
                    box = sign["bbox"]
                    glyph = Glyph(sign["c"], box[0], box[2], baseline, span["font"], span["size"])
                    rows.setdefault(row, []).append(glyph)
    return tuple(Line(tuple(sorted(row, key=lambda g: g.x0))) for _, row in sorted(rows.items()))
