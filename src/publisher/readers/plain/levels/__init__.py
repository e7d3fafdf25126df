"""Levels of headings, from the evidence of the whole file: who contains whom, who restarts under whom.

Headings of one form are a class. Of two classes one is the higher when series of the other lie whole between its
members; where the file is silent, custom speaks (باب holds فصل, words hold numbers, numbers hold letters).
"""

from collections.abc import Sequence

from publisher.readers.plain.levels.apart import told_apart
from publisher.readers.plain.levels.head import Head
from publisher.readers.plain.levels.plan import Plan

DEEPEST = 6


def levels(heads: Sequence[Head]) -> tuple[int, ...]:
    """Return the level of each heading."""
    if not heads:
        return ()
    heads = told_apart(heads)
    plan = Plan(heads)
    placed = [plan.place(at) for at in range(len(heads))]
    stack: list[int] = []
    found = []
    for at, place in enumerate(placed):
        while stack and stack[-1] >= place:
            stack.pop()
        found.append(len(stack) + 1)
        if plan.opens(at, place):
            stack.append(place)
    return tuple(min(level, DEEPEST) for level in found)


__all__ = ["Head", "levels"]
