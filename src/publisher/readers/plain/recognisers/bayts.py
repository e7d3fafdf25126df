"""Bayts made of lines, or of halves of lines."""

from collections.abc import Sequence

from publisher.nodes import Bayt, Verse
from publisher.readers.plain.claim import Make, Maker
from publisher.readers.plain.copytext import Copy

Halves = tuple[tuple[int, int, int], ...]
"""Line, start and end of each half of a bayt."""


def made(copy: Copy, bayts: Sequence[Halves], opening: set[int] | None = None) -> Make:
    """Return what makes the verse of bayts; `opening` holds the lines that open a stanza."""

    def opens(bayt: Halves, at: int) -> bool:
        return at > 0 and copy.lines[bayt[0][0]].blanks_before > 0

    def make(maker: Maker) -> Verse:
        made = tuple(
            Bayt(
                tuple(maker.content(i, start, end) for i, start, end in bayt),
                opens(bayt, at) if opening is None else bayt[0][0] in opening,
                copy.source.span(copy.lines[bayt[0][0]].start, copy.lines[bayt[-1][0]].end),
            )
            for at, bayt in enumerate(bayts)
        )
        return Verse(made, span=maker.span(bayts[0][0][0], bayts[-1][-1][0]))

    return make
