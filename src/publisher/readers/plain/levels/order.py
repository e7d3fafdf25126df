"""The order of classes of headings: which contains which."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from publisher.readers.plain.levels.head import UNLABELLED, Head

_MOST_CLASSES = 24


def order_of(heads: Sequence[Head]) -> dict[str, int]:
    """Return the height of every class, 1 the highest; classes with as many # are level."""
    found = Counter(h.form for h in heads if h.form != "known")
    forms = [form for form, _ in found.most_common(_MOST_CLASSES)]
    sizes = {form: _hashes(heads, form) for form in forms}
    wins = {form: sum(_outranks(heads, form, other, sizes) > 0 for other in forms if other != form) for form in forms}
    ranked = sorted(forms, key=lambda form: -wins[form])
    order: dict[str, int] = {}
    for form in ranked:
        twin = next((o for o in order if (sizes[o] and sizes[o] == sizes[form]) or _parallel(heads, o, form)), None)
        order[form] = order[twin] if twin else 2 * len(order) + 2
    return {form: order.get(form, 2 * len(order) + 2) for form in found}


def _hashes(heads: Sequence[Head], form: str) -> int:
    counts = Counter(h.hashes for h in heads if h.form == form and h.hashes)
    return counts.most_common(1)[0][0] if counts else 0


def _outranks(heads: Sequence[Head], a: str, b: str, sizes: dict[str, int]) -> float:
    if sizes[a] and sizes[b] and sizes[a] != sizes[b]:
        return 9.0 if sizes[a] < sizes[b] else -9.0
    rank_a = next(h.rank for h in heads if h.form == a)
    rank_b = next(h.rank for h in heads if h.form == b)
    custom = 0.0 if rank_a == rank_b else 0.6 if rank_a < rank_b else -0.6
    if custom > 0 and a in UNLABELLED and _is_after(heads, a, b):
        custom = -custom
    if custom < 0 and b in UNLABELLED and _is_after(heads, b, a):
        custom = -custom
    if a.startswith("decimal") and b.startswith("decimal"):
        custom *= 9
    right_below = 1.5 * (_right_below(heads, a, b) - _right_below(heads, b, a))
    return _holds(heads, a, b) - _holds(heads, b, a) + custom + max(min(right_below, 4.5), -4.5)


def _is_after(heads: Sequence[Head], a: str, b: str) -> bool:
    """Whether every heading of an unlabelled class comes after all of a labelled one: it contains none of them."""
    last = max(h.line for h in heads if h.form == b)
    return all(h.line > last for h in heads if h.form == a) and any(h.is_labelled for h in heads if h.form == b)


def _right_below(heads: Sequence[Head], a: str, b: str) -> int:
    """Return how often a heading of class `b` stands right below one of class `a`, which has no text of its own then."""
    return sum(x.form == a and y.form == b and x.end == y.line for x, y in pairwise(heads))


def _holds(heads: Sequence[Head], a: str, b: str) -> float:
    """Return how much speaks for class `a` containing class `b`: series of `b` that lie whole between neighbours of `a`."""
    members = [at for at, head in enumerate(heads) if head.form == a]
    runs: dict[tuple[int, int], list[int]] = {}
    for at, head in enumerate(heads):
        if head.form == b:
            gap = bisect_left(members, at) - 1
            runs.setdefault((head.series, -1 if head.is_labelled else gap), []).append(gap)
    whole = [gaps[0] for gaps in runs.values() if gaps[0] >= 0 and gaps[0] == gaps[-1]]
    return sum(_holding(heads, members, gap, b, alone=len(whole) == 1) for gap in whole)


def _holding(heads: Sequence[Head], members: Sequence[int], gap: int, b: str, *, alone: bool) -> float:
    """Return what one series, whole in a gap, weighs for its being under the member above it."""
    above = heads[members[gap]]
    first = heads[members[gap] + 1]
    if above.is_labelled:
        inside = gap + 1 < len(members) and heads[members[gap + 1]].series == above.series
        if b in UNLABELLED:
            return 1.0 if inside else 0.25
        return 1.0 if inside or not alone else 0.5
    return 1.0 if not alone or (first.form == b and first.line == above.end) else 0.3


def _parallel(heads: Sequence[Head], a: str, b: str) -> bool:
    """Whether the classes go side by side, as in a book in two languages: each of one just above one of the other."""
    if not (a.startswith("noun") and b.startswith("noun")) or a.isascii() == b.isascii():
        return False
    both = [h for h in heads if h.form in (a, b)]
    pairs = sum(x.form != y.form and y.line <= x.line + 2 for x, y in pairwise(both))
    return pairs >= 0.4 * len(both)
