"""A shaped run cut into pieces, each one character and one code, in the order they are drawn.

Right to left, a piece is a letter with all the ink of its cluster (marks, dots, the kashida that follows it); the
cluster's other characters get pieces without ink, marks without width. Left to right, a cluster is one piece.
"""

from dataclasses import dataclass
from typing import Any

from publisher.arabic.letters import INVISIBLE, is_mark
from publisher.composer.composites import Code, Composite, FaceComposites
from publisher.composer.measure import Run

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
    for start, end in zip(starts, [*starts[1:], len(run.text)], strict=True):
        text = "".join(run.text[i] for i in range(start, end) if i not in run.inserted and run.text[i] not in INVISIBLE)
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


def _components(glyphs: list[Glyph], origin: int = 0) -> tuple[tuple[int, int, int], ...]:
    pen = -origin
    made = []
    for glyph, advance, x, y in glyphs:
        made.append((glyph, pen + x, y))
        pen += advance
    return tuple(made)


def _shown(codes: list[Code]) -> Drawn:
    return Drawn("".join([f"{code.number:04x}" for code in codes]), tuple(codes))


def _right_to_left(clusters: list[Cluster], composites: FaceComposites) -> Drawn:
    codes: list[Code] = []
    for cluster in reversed(clusters):
        codes += [composites.code(piece) for piece in _pieces(cluster)]
    return _shown(codes)


def _pieces(cluster: Cluster) -> list[Composite]:
    """Return the pieces of a right-to-left cluster in visual order: last character first."""
    width = sum(advance for _, advance, _, _ in cluster.glyphs)
    text = cluster.text
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


def space_of(run_face: Any, composites: FaceComposites) -> Code | None:
    """Return the code of a face's word space, or None where it has none."""
    glyph = run_face.space
    return composites.code(Composite(((glyph, 0, 0),), " ", run_face.advance(glyph))) if glyph else None
