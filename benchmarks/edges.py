"""How far the drawn edges of justified lines lie from where they were laid out, read from the PDF by MuPDF.

WeasyPrint books a line at its measure and then draws it wider or narrower: the boxes alone do not show it.
"""

from pathlib import Path

import pymupdf

from publisher.composer.quality import LineQuality

POINTS = 0.75
"""In a CSS pixel."""
_NEAR = 6.0
"""Points outside a line where its own characters are still looked for; list marks and other columns lie farther."""
_SAME_LINE = 0.6
_UNSEEN = frozenset(map(ord, " \u00a0\u200e\u200f"))


def drawn_edges(pdf: Path, lines: list[LineQuality]) -> list[float]:
    """Return for each line how far its farther end is off, in points."""
    found = []
    with pymupdf.open(pdf) as document:
        pages = {number: _characters(document[number]) for number in {line.page for line in lines}}
    for line in lines:
        left, right = line.left * POINTS, line.right * POINTS
        ends = [
            (x0, x1)
            for x0, x1, y in pages[line.page]
            if abs(y - line.baseline * POINTS) < _SAME_LINE and x0 > left - _NEAR and x1 < right + _NEAR
        ]
        if ends:
            found.append(max(abs(min(x0 for x0, _ in ends) - left), abs(max(x1 for _, x1 in ends) - right)))
    return found


def _characters(page: pymupdf.Page) -> list[tuple[float, float, float]]:
    """Return (left, right, baseline) of the glyphs of a page that are seen, also of those that stand for no text."""
    return [
        (box[0], box[2], origin[1])
        for span in page.get_texttrace()
        for character, _, origin, box in span["chars"]
        if character not in _UNSEEN
    ]
