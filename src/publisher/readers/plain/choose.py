"""The best reading of a whole copy: one path through all claims, found by dynamic programming in linear time."""

from collections.abc import Sequence
from dataclasses import dataclass

from publisher.readers.plain.claim import Claim, Kind, Reason

_AFTER: dict[tuple[Kind, Kind], float] = {
    (Kind.HEADING, Kind.HEADING): -0.4,
    (Kind.ITEM, Kind.ITEM): 0.3,
    (Kind.DIALOGUE, Kind.DIALOGUE): 0.4,
    (Kind.ITEM, Kind.DIALOGUE): -1.0,
    (Kind.DIALOGUE, Kind.ITEM): -1.0,
    (Kind.HEADING, Kind.SEPARATOR): -0.8,
    (Kind.HEADING, Kind.VERSE): 1.2,
}
"""What one kind weighs after another."""

_PLAIN = (Reason("nothing sets it apart", 0.0),)


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim that the best reading takes, and what else its lines might have been."""

    claim: Claim
    runner_up: Kind
    margin: float
    """By how much it outweighs the runner-up."""


def choose(count: int, claims: Sequence[Claim]) -> tuple[Choice, ...]:
    """Return the claims of the heaviest path through the lines of a copy."""
    by_last: list[list[Claim]] = [[] for _ in range(count)]
    for claim in claims:
        by_last[claim.last].append(claim)
    best: list[dict[Kind, tuple[float, Claim, Kind | None]]] = []
    for i in range(count):
        ending: dict[Kind, tuple[float, Claim, Kind | None]] = {}
        for claim in (*by_last[i], Claim(Kind.PARAGRAPH, i, i, _PLAIN)):
            total, before = _arrival(best, claim)
            if claim.kind not in ending or total > ending[claim.kind][0]:
                ending[claim.kind] = (total, claim, before)
        best.append(ending)
    path = _path(best)
    return tuple(_choice(claim, by_last) for claim in path)


def _arrival(best: Sequence[dict[Kind, tuple[float, Claim, Kind | None]]], claim: Claim) -> tuple[float, Kind | None]:
    if claim.first == 0:
        return claim.weight, None
    total, before = max(
        ((score + _AFTER.get((kind, claim.kind), 0.0), kind) for kind, (score, _, _) in best[claim.first - 1].items()),
        key=lambda arrival: arrival[0],
    )
    return total + claim.weight, before


def _path(best: Sequence[dict[Kind, tuple[float, Claim, Kind | None]]]) -> list[Claim]:
    path: list[Claim] = []
    at = len(best) - 1
    kind: Kind | None = max(best[at], key=lambda k: best[at][k][0]) if best else None
    while at >= 0 and kind is not None:
        _, claim, before = best[at][kind]
        path.append(claim)
        at, kind = claim.first - 1, before
    return path[::-1]


def _choice(claim: Claim, by_last: Sequence[Sequence[Claim]]) -> Choice:
    rivals = [(other.weight, other.kind) for other in by_last[claim.last] if other.kind is not claim.kind]
    if claim.kind is not Kind.PARAGRAPH:
        rivals.append((0.0, Kind.PARAGRAPH))
    weight, kind = max(rivals, key=lambda rival: rival[0], default=(-9.0, Kind.PARAGRAPH))
    return Choice(claim, kind, claim.weight - weight)
