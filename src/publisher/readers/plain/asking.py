"""Short questions that stand over their answers as headings do, in a leaflet or a page of questions."""

from collections.abc import Sequence

from publisher.readers.plain.lines import Line
from publisher.readers.plain.opening import Opening

_LONGEST = 12
_FEW = 3
"""Fewer questions than this are no habit."""


def asking(lines: Sequence[Line], openings: Sequence[Opening]) -> frozenset[int]:
    """Return the lines of the questions, when they come under numbered headings and a list answers some of them."""
    asked = [i for i, line in enumerate(lines) if _is_question(line, openings[i])]
    over = [i for i in asked if _is_over_answer(lines, openings, i)]
    if len(over) < _FEW or len(over) < _SHARE * len(asked):
        return frozenset()
    listed = any(openings[i + 1].label is not None for i in over)
    above = sum(_is_heading(lines, openings, i) for i in range(over[0]))
    return frozenset(over) if listed and above else frozenset()


_SHARE = 0.7


def _is_question(line: Line, opening: Opening) -> bool:
    asks_once = line.text[-1] in "؟?" and not ("؟" in line.text[:-1] or "?" in line.text[:-1])
    return opening.label is None and line.words <= _LONGEST and asks_once and not line.prefix


def _is_over_answer(lines: Sequence[Line], openings: Sequence[Opening], i: int) -> bool:
    """Whether what comes before is at its end, and what follows is no question."""
    if i == 0 or i + 1 >= len(lines) or _is_question(lines[i + 1], openings[i + 1]):
        return False
    label = openings[i - 1].label
    return lines[i - 1].is_sentence or label is not None or lines[i].blanks_before > 0


def _is_heading(lines: Sequence[Line], openings: Sequence[Opening], i: int) -> bool:
    """Whether a labelled line is short and stands over text of its own."""
    label = openings[i].label
    after = openings[i + 1].label if i + 1 < len(lines) else None
    return (
        label is not None
        and not (label.is_bullet or label.is_bare)
        and lines[i].words <= _LONGEST
        and (after is None or after.form != label.form)
        and lines[i].ending in ("", "؟", ":")
    )
