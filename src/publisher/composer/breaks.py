"""Where a paragraph's lines break: the whole paragraph at once, by the least sum of faults (Knuth and Plass).

A line stretches by its word spaces and by the kashidas that it could take; it shrinks a little. The plan never has
more lines than filling them one by one would give.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from publisher.composer.stretch import SHRINK, Policy

_FIT: Final = 1e-6
_SPACE_STRETCH: Final = 0.4
"""What a word space may grow beyond the ideal before it hurts, in natural spaces."""
_TIGHT: Final = 0.5
"""How much a space between the natural and the ideal weighs."""
_LONE_WORD: Final = 2500.0
"""Fault of a last line of one word."""
_JUMP: Final = 1000.0
"""Fault of a loose line beside a tight one."""
_LOOSE: Final = 2.2
"""A line stretched beyond this is not tried where a tighter one fits."""
_INFINITE: Final = float("inf")


@dataclass(frozen=True)
class Material:
    """The unbreakable units of a paragraph (between two forced breaks) and the line they are set in."""

    widths: Sequence[float]
    spaces: Sequence[float]
    """The natural space after each unit."""
    stretchable: Sequence[bool]
    """Whether a word of the unit can take a kashida."""
    measure: float
    indent: float
    """What the first line is shorter by."""
    space: float
    """The natural word space of the paragraph."""
    kashida: float
    """What a kashida of the preferred length adds."""
    policy: Policy


def greedy(m: Material) -> list[int]:
    """Return the end of each line when lines are filled one by one, spaces natural."""
    ends = []
    start = 0
    while start < len(m.widths):
        room = m.measure - (m.indent if start == 0 else 0.0) + _FIT
        end = start + 1
        width = m.widths[start]
        while end < len(m.widths) and width + m.spaces[end - 1] + m.widths[end] <= room:
            width += m.spaces[end - 1] + m.widths[end]
            end += 1
        ends.append(end)
        start = end
    return ends


def plan(m: Material) -> list[int]:
    """Return the end of each line of the best plan."""
    filled = greedy(m)
    if len(filled) == 1:
        return filled
    ends = _best(m, None)
    if ends is None or len(ends) > len(filled):
        ends = _best(m, len(filled)) or filled
    return ends


class _Sums:
    """Running sums over the units, so that any line's figures are two look-ups away."""

    def __init__(self, m: Material) -> None:
        both = [w + s for w, s in zip(m.widths, m.spaces, strict=True)]
        self.start = [0.0, *accumulate(both)]
        self.stretchable = [0, *accumulate(int(s) for s in m.stretchable)]


def _best(m: Material, most_lines: int | None) -> list[int] | None:
    """Return the plan of least fault; with `most_lines`, of at most so many lines. None where there is none."""
    count = len(m.widths)
    sums = _Sums(m)
    layers = 1 if most_lines is None else most_lines + 1
    # faults[k][j]: least fault of setting units 0…j in k lines (k is always 0 where lines are not counted)
    faults = [[_INFINITE] * (count + 1) for _ in range(layers)]
    backs = [[(0, 0)] * (count + 1) for _ in range(layers)]
    ratios = [[0.0] * (count + 1) for _ in range(layers)]
    faults[0][0] = 0.0
    least = m.measure * (1 + 1e-9)
    for end in range(1, count + 1):
        edge = sums.start[end] - m.spaces[end - 1]
        give = SHRINK * m.space * min(end, 40)
        start = bisect_left(sums.start, edge - least - give, 0, end)
        had_one = False
        for i in range(start, end):
            spaces = end - i - 1
            slack = m.measure - (m.indent if i == 0 else 0.0) - (edge - sums.start[i])
            if slack < -SHRINK * m.space * spaces - _FIT:
                continue
            fault, ratio = _fault(m, sums, i, end, slack, spaces, count)
            reached = False
            for k in range(layers):
                before = faults[k][i]
                if before == _INFINITE or (most_lines is not None and k + 1 >= layers):
                    continue
                reached = True
                jump = _JUMP if i and abs(ratio - ratios[k][i]) > 0.6 else 0.0
                to = 0 if most_lines is None else k + 1
                if before + fault + jump < faults[to][end]:
                    faults[to][end] = before + fault + jump
                    backs[to][end] = (k, i)
                    ratios[to][end] = ratio
            if reached and ratio > _LOOSE and had_one and end < count:
                break
            had_one = had_one or reached
    last = min(range(layers), key=lambda k: faults[k][count])
    return None if faults[last][count] == _INFINITE else _traced(backs, last, count)


def _traced(backs: list[list[tuple[int, int]]], layer: int, end: int) -> list[int]:
    ends = []
    while end > 0:
        ends.append(end)
        layer, end = backs[layer][end]
    return ends[::-1]


def _fault(
    m: Material, sums: _Sums, start: int, end: int, slack: float, spaces: int, count: int
) -> tuple[float, float]:
    """Return the fault of one line, and how loose (positive) or tight it is."""
    if end == count:
        lone = _LONE_WORD if end - start == 1 else 0.0
        shrunk = max(0.0, -slack) / (SHRINK * m.space * spaces) if spaces else 0.0
        return (10.0 + 100.0 * shrunk**3) ** 2 + lone, 0.0
    more = (m.policy.ideal - 1) * m.space
    missing = slack - spaces * more
    if missing >= 0:
        words = sums.stretchable[end] - sums.stretchable[start]
        points = min(m.policy.most, (end - start) // m.policy.words_each, (words + 1) // 2)
        room = spaces * _SPACE_STRETCH * m.space + points * m.kashida
        ratio = missing / room if room else 10.0
        return (10.0 + 100.0 * ratio**3) ** 2, ratio
    if slack >= 0:
        ratio = _TIGHT * missing / (spaces * more) if more else 0.0
    else:
        ratio = slack / (spaces * SHRINK * m.space) * (1 - _TIGHT) - _TIGHT
    return (10.0 - 100.0 * ratio**3) ** 2, ratio
