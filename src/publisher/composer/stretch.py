"""Kashidas in one line: how many, in which words, how long; what is left goes to the word spaces."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple


@dataclass(frozen=True)
class Policy:
    """How freely a line is stretched."""

    ideal: float
    """The word space wished for, in natural spaces; only what is missing beyond it goes to kashidas."""
    most: int
    """Kashidas in a line."""
    words_each: int
    """Words in a line for one kashida."""
    preferred: float = 0.37
    """Length of a kashida, in em."""
    longest: float = 0.60
    apart: int = 2
    """Words from one kashida to the next."""
    loose: float = 0.40
    """A line whose word spaces stay wider than this (in em) may take more kashidas."""


NO_KASHIDA: Final = Policy(1.2, 0, 1)
POLICIES: Final = {
    "none": NO_KASHIDA,
    "light": Policy(1.2, 2, 4, loose=0.43),
    "medium": Policy(1.12, 3, 4),
    "full": Policy(1.06, 4, 3),
}
VERSE: Final = Policy(1.0, 12, 1, 0.5, 1.6, apart=1)
"""A hemistich is brought to its width by kashidas before spaces (POE-02)."""


def relaxed(policy: Policy) -> Policy:
    """Return the policy of a line that would stay loose."""
    return replace(policy, ideal=1.0, most=policy.most + 3, words_each=2, longest=0.85) if policy.most else policy


SHRINK: Final = 0.15
"""What a word space may give up, in natural spaces."""

_UNDER: Final = 4.0
"""Cost of a kashida under one of the line above."""
_FIRST: Final = 1.2
"""Cost of a kashida in the first word."""
_UNEVEN: Final = 0.55
"""Cost of standing a word away from an even spread."""


class Place(NamedTuple):
    """The best join of a word that may be stretched."""

    word: int
    """Which word of the line."""
    rank: int
    at: int
    x: float
    """Middle of the word from the start of the line."""


class Stretched(NamedTuple):
    """A kashida: so many tatweels in a word."""

    place: Place
    tatweels: int


def kashidas(
    places: Sequence[Place], words: int, slack: float, em: float, tatweel: float, policy: Policy, above: Sequence[float]
) -> list[Stretched]:
    """Return the kashidas that fill about `slack`, best spread; `above` are those of the line above.

    All lengths are in one unit; `tatweel` is what one tatweel adds.
    """
    units = int(slack / tatweel + 0.5) if tatweel > 0 else 0
    if units < 1 or not places or policy.most < 1:
        return []
    preferred = max(1, round(policy.preferred * em / tatweel))
    longest = max(preferred, int(policy.longest * em / tatweel))
    wanted = min(policy.most, max(1, words // policy.words_each), -(-units // preferred), len(places))
    chosen: list[Place] = []
    for count in range(wanted, 0, -1):
        chosen = _spread(places, words, count, em, policy, above)
        if chosen:
            break
    return _shared(chosen, min(units, longest * len(chosen)))


def _shared(chosen: list[Place], units: int) -> list[Stretched]:
    """Share out the tatweels evenly, the better joins first."""
    if not chosen:
        return []
    each, rest = divmod(units, len(chosen))
    ordered = sorted(chosen, key=lambda p: p.rank)
    counts = [each + (1 if i < rest else 0) for i in range(len(ordered))]
    return [Stretched(place, count) for place, count in zip(ordered, counts, strict=True) if count]


def _spread(
    places: Sequence[Place], words: int, count: int, em: float, policy: Policy, above: Sequence[float]
) -> list[Place]:
    """Choose `count` places, never in neighbouring words, by the least cost."""
    costs = [_cost(place, em, above) for place in places]
    # best[i]: the cheapest choice that ends in place i, with the places before it
    best: dict[int, tuple[float, tuple[int, ...]]] = {}
    for nth in range(count):
        ideal = (nth + 0.5) * words / count - 0.5
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for i, place in enumerate(places):
            own = costs[i] + _UNEVEN * abs(place.word - ideal)
            if nth == 0:
                following[i] = (own, (i,))
                continue
            before = [v for j, v in best.items() if places[j].word <= place.word - policy.apart]
            if before:
                cost, path = min(before)
                following[i] = (cost + own, (*path, i))
        best = following
        if not best:
            return []
    return [places[i] for i in min(best.values())[1]]


def _cost(place: Place, em: float, above: Sequence[float]) -> float:
    cost = place.rank - 2.0
    if place.word == 0:
        cost += _FIRST
    if any(abs(x - place.x) < em for x in above):
        cost += _UNDER
    return cost
