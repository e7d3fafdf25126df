"""A heading whose level is sought, and what is common to those who seek it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Head:
    """A heading whose level is sought."""

    line: int
    form: str
    """Class: the form of its label, or `#2`, `**`, `short`, `known`."""
    series: int
    """Which series it belongs to; unlabelled headings are in none (-1)."""
    rank: int
    """Usual height of its class; smaller is higher."""
    hashes: int = 0
    title: str = ""
    """Its title, folded, to see it recur."""
    kind: str = ""
    """Kind of known title (`opening`, `closing`, `references` …)."""
    of: str = ""
    """The noun of the division that its title says it belongs to (خلاصة الفصل)."""
    last: int = -1
    """The line of its title, when that is not its own."""

    @property
    def end(self) -> int:
        """The line below it."""
        return max(self.line, self.last) + 1

    @property
    def is_labelled(self) -> bool:
        """Whether it is a member of a series."""
        return self.series >= 0


UNLABELLED = ("short", "again", "group", "**", "known")
APPENDICES = ("noun ملحق", "noun مرفق", "noun appendix", "noun annex")


def between(lines: Sequence[int], bounds: Sequence[int]) -> bool:
    """Whether one of the lines lies between any two neighbours of the bounds."""
    return all(bisect_left(lines, a) < bisect_left(lines, b) for a, b in pairwise(bounds))
