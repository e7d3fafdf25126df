"""A shaped run cut into pieces, each one character and one code, in the order they are drawn.

Right to left, a piece is a letter with all the ink of its cluster (marks, dots, the kashida that follows it); the
cluster's other characters get pieces without ink, marks without width. Left to right, a cluster is one piece.
"""

import unicodedata
from dataclasses import dataclass
from typing import Final

from publisher.arabic.letters import INVISIBLE, is_mark
from publisher.composer.composites import Code, Composite, FaceComposites
from publisher.composer.measure import Run

RLM: Final = Composite((), "\u200f", 0)
"""A right-to-left mark without ink or width."""
_SAME_PLACE: Final = 0.12
"""Equal characters nearer than this (in em) are one character printed twice, to poppler and pdfium."""
_SET_APART: Final = 0.15
_STEP: Final = 0.1
"""By how much (in em) one word space is wider than the next narrower one."""
_WEAK: Final = frozenset(("CS", "ES", "ET", "EN", "AN", "BN"))

Glyph = tuple[int, int, int, int]
"""(glyph, advance, x offset, y offset) in font units."""


@dataclass(slots=True)
class Cluster:
    """Characters that were shaped together, and their glyphs in visual order."""

    text: str
    glyphs: list[Glyph]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a run shows: a PDF string in visual order, and the codes in it."""

    shown: str
    """Hex digits; `>n<` inside moves the pen."""
    codes: tuple[Code, ...]


def drawn(run: Run, composites: FaceComposites) -> Drawn:
    """Return what a run shows, made once."""
    if run.codes is None:
        clusters = _clusters(run)
        run.codes = _right_to_left(clusters, composites) if run.is_rtl else _left_to_right(clusters, composites)
    return run.codes


def _clusters(run: Run) -> list[Cluster]:
    """Shape a run and return its clusters in logical order, kashidas given to the letter before them."""
    buffer = run.type.shape(run.face, run.text, run.is_rtl)
    glyphs_of: dict[int, list[Glyph]] = {}
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyph = (info.codepoint, position.x_advance, position.x_offset, position.y_offset)
        glyphs_of.setdefault(info.cluster, []).append(glyph)
    starts = sorted(glyphs_of)
    clusters: list[Cluster] = []
    is_whole = not run.inserted and INVISIBLE.isdisjoint(run.text)
    for start, end in zip(starts, [*starts[1:], len(run.text)], strict=True):
        text = run.text[start:end] if is_whole else _own_text(run, start, end)
        if text or not clusters:
            clusters.append(Cluster(text, glyphs_of[start]))
        elif run.is_rtl:
            clusters[-1].glyphs = glyphs_of[start] + clusters[-1].glyphs
        else:
            clusters[-1].glyphs += glyphs_of[start]
    if len(clusters) > 1 and not clusters[0].text:
        first = clusters.pop(0).glyphs
        clusters[0].glyphs = clusters[0].glyphs + first if run.is_rtl else first + clusters[0].glyphs
    return clusters


def _own_text(run: Run, start: int, end: int) -> str:
    """Return a stretch of a run's text without what a kashida put in and what prints nothing."""
    return "".join(run.text[i] for i in range(start, end) if i not in run.inserted and run.text[i] not in INVISIBLE)


def _components(glyphs: list[Glyph], origin: int = 0) -> tuple[tuple[int, int, int], ...]:
    pen = -origin
    made = []
    for glyph, advance, x, y in glyphs:
        made.append((glyph, pen + x, y))
        pen += advance
    return tuple(made)


def _right_to_left(clusters: list[Cluster], composites: FaceComposites) -> Drawn:
    line = _Row(composites)
    for i in range(len(clusters) - 1, -1, -1):
        for piece in _pieces(clusters[i]):
            line.add(piece)
        if i and would_swap(clusters[i - 1].text, clusters[i].text):
            line.add(RLM)
    return Drawn("".join(line.shown), tuple(line.codes))


class _Row:
    """Pieces drawn one after another."""

    def __init__(self, composites: FaceComposites) -> None:
        self.composites = composites
        self.upem = composites.face.upem
        self.shown: list[str] = []
        self.codes: list[Code] = []
        self._pen = 0
        self._marks: dict[str, tuple[int, bool]] = {}

    def add(self, piece: Composite) -> None:
        """Draw a piece. A glyph cannot have a width below nothing: the pen goes back instead.

        Two equal marks close together would be taken for one: the second gets a width, and back.
        """
        is_wide = False
        if not piece.width and is_mark(piece.text or " "):
            x, was_wide = self._marks.get(piece.text, (-self.upem, True))
            is_wide = not was_wide and self._pen - x < _SAME_PLACE * self.upem
            self._marks[piece.text] = (self._pen, is_wide)
        self._pen += piece.width
        width = round(_SET_APART * self.upem) if is_wide else max(0, piece.width)
        code = self.composites.code(piece if width == piece.width else piece._replace(width=width))
        self.codes.append(code)
        self.shown.append(f"{code.number:04x}")
        if width != piece.width:
            self.shown.append(f">{_number((width - piece.width) * 1000 / self.upem)}<")


def would_swap(before: str, after: str) -> bool:
    """Whether pdfium would swap a mark and the sign after it: it takes both for weak and does not turn them round."""
    return before != "" and is_mark(before[-1]) and unicodedata.bidirectional(after[:1] or " ") in _WEAK


def _pieces(cluster: Cluster) -> list[Composite]:
    """Return the pieces of a right-to-left cluster in visual order: last character first."""
    width = sum(advance for _, advance, _, _ in cluster.glyphs)
    text = cluster.text
    if len(text) == 1:
        return [Composite(_components(cluster.glyphs), text, width)]
    letters = [i for i, c in enumerate(text) if not is_mark(c)] or [0] * bool(text)
    if not letters:
        return [Composite(_components(cluster.glyphs), "", width)] if width else []
    share = width // len(letters)
    pieces = []
    pen = 0
    for i in range(len(text) - 1, -1, -1):
        piece_width = 0
        if i in letters:
            piece_width = width - share * (len(letters) - 1) if i == letters[0] else share
        components = _components(cluster.glyphs, pen) if i == letters[0] else ()
        pieces.append(Composite(components, text[i], piece_width))
        pen += piece_width
    return pieces


def _left_to_right(clusters: list[Cluster], composites: FaceComposites) -> Drawn:
    """Left-to-right pieces keep the glyph's own width; kerning moves the pen."""
    codes: list[Code] = []
    shown = []
    for cluster in clusters:
        width = sum(advance for _, advance, _, _ in cluster.glyphs)
        natural = composites.face.advance(cluster.glyphs[0][0]) if len(cluster.glyphs) == 1 else width
        code = composites.code(Composite(_components(cluster.glyphs), cluster.text, natural))
        codes.append(code)
        shown.append(f"{code.number:04x}")
        if natural != width:
            shown.append(f">{_number((natural - width) * 1000 / composites.face.upem)}<")
    return Drawn("".join(shown), tuple(codes))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def space_of(composites: FaceComposites, wanted: float) -> Code:
    """Return the code of a word space at most so wide (in thousandths of an em), and at least as the face's own.

    What it is short of is less than MuPDF takes for a second space.
    """
    face = composites.face
    own = face.advance(face.space) if face.space else 0
    step = round(_STEP * face.upem)
    steps = max(0, int((wanted * face.upem / 1000 - own) / step))
    glyph = ((face.space, 0, 0),) if face.space and not steps else ()
    return composites.code(Composite(glyph, " ", own + steps * step))
