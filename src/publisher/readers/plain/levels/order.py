"""The order of classes of headings: which contains which."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise

from publisher.readers.plain.levels.head import UNLABELLED, Head

_MOST_CLASSES = 24


def order_of(heads: Sequence[Head]) -> dict[str, int]:
    """Return the height of every class, 1 the highest; classes with as many # are level."""
    classes = _Classes(heads)
    found = [form for form in classes.members if form != "known"]
    forms = sorted(found, key=lambda form: -len(classes.members[form]))[:_MOST_CLASSES]
    wins: Counter[str] = Counter()
    for a, b in combinations(forms, 2):
        score = classes.outranks(a, b)
        wins[a if score > 0 else b] += score != 0
    order: dict[str, int] = {}
    for form in sorted(forms, key=lambda form: -wins[form]):
        twin = next((o for o in order if classes.are_level(o, form)), None)
        order[form] = order[twin] if twin else 2 * len(order) + 2
    return {form: order.get(form, 2 * len(order) + 2) for form in found}


class _Classes:
    """The classes of the headings of a file, and what speaks for one containing another."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.heads = heads
        self.members: dict[str, list[int]] = {}
        """Places of the members of each class, in the order of the file."""
        for at, head in enumerate(heads):
            self.members.setdefault(head.form, []).append(at)
        self.right_below = Counter((x.form, y.form) for x, y in pairwise(heads) if x.end == y.line)
        """How often a heading of one class stands right below one of another, which has no text of its own then."""
        self.sizes = {form: self.size(form) for form in self.members}

    def size(self, form: str) -> int:
        """Return how many # the members of a class have most often."""
        counts = Counter(self.heads[at].hashes for at in self.members[form] if self.heads[at].hashes)
        return counts.most_common(1)[0][0] if counts else 0

    def are_level(self, a: str, b: str) -> bool:
        """Whether two classes are of one height."""
        return bool(self.sizes[a] and self.sizes[a] == self.sizes[b]) or self.are_parallel(a, b)

    def outranks(self, a: str, b: str) -> float:
        """Return how much speaks for the first class being the higher (positive), or the second (negative)."""
        if self.sizes[a] and self.sizes[b] and self.sizes[a] != self.sizes[b]:
            return 9.0 if self.sizes[a] < self.sizes[b] else -9.0
        below = 1.5 * (self.right_below[a, b] - self.right_below[b, a])
        held = self.holds(a, b) - self.holds(b, a)
        return held + self.custom(a, b) + self.comes_first(a, b) + max(min(below, 4.5), -4.5)

    def comes_first(self, a: str, b: str) -> float:
        """Return what it weighs that one of two classes with nouns is met first: what contains another comes before it."""
        named = a.startswith("noun") and b.startswith("noun")
        return 0.0 if not named else 0.5 if self.members[a][0] < self.members[b][0] else -0.5

    def custom(self, a: str, b: str) -> float:
        """Return what custom says of two classes; one without labels that comes after all of another contains nothing of it."""
        rank_a, rank_b = (self.heads[self.members[form][0]].rank for form in (a, b))
        custom = 0.0 if rank_a == rank_b else 0.6 if rank_a < rank_b else -0.6
        if (custom > 0 and self.comes_after(a, b)) or (custom < 0 and self.comes_after(b, a)):
            return -custom
        return 9 * custom if a.startswith("decimal") and b.startswith("decimal") else custom

    def comes_after(self, a: str, b: str) -> bool:
        """Whether every heading of an unlabelled class comes after all of a labelled one."""
        is_labelled = self.heads[self.members[b][0]].is_labelled
        return a in UNLABELLED and is_labelled and self.members[a][0] > self.members[b][-1]

    def holds(self, a: str, b: str) -> float:
        """Return how much speaks for one class containing another: series of it that lie whole between neighbours."""
        members = self.members[a]
        runs: dict[tuple[int, int], list[int]] = {}
        for at in self.members[b]:
            head, gap = self.heads[at], bisect_left(members, at) - 1
            runs.setdefault((head.series, -1 if head.is_labelled else gap), []).append(gap)
        whole = [gaps[0] for gaps in runs.values() if gaps[0] >= 0 and gaps[0] == gaps[-1]]
        return sum(_holding(self.heads, members, gap, b, alone=len(whole) == 1) for gap in whole)

    def are_parallel(self, a: str, b: str) -> bool:
        """Whether the classes go side by side, as in a book in two languages: each of one just above one of the other."""
        if not (a.startswith("noun") and b.startswith("noun")) or a.isascii() == b.isascii():
            return False
        both = [self.heads[at] for at in sorted((*self.members[a], *self.members[b]))]
        pairs = sum(x.form != y.form and y.line <= x.line + 2 for x, y in pairwise(both))
        return pairs >= 0.4 * len(both)


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
