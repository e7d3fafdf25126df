"""Levels of headings, from the evidence of the whole file: who contains whom, who restarts under whom.

Headings of one form are a class. Of two classes one is the higher when series of the other lie whole between its
members; where the file is silent, custom speaks (باب holds فصل, words hold numbers, numbers hold letters).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
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


DEEPEST = 6
_REACH = 30
_MOST_CLASSES = 24
UNLABELLED = ("short", "again", "group", "**", "known")
APPENDICES = ("noun ملحق", "noun مرفق", "noun appendix", "noun annex")


def levels(heads: Sequence[Head]) -> tuple[int, ...]:
    """Return the level of each heading."""
    if not heads:
        return ()
    heads = _apart(heads)
    plan = Plan(heads)
    placed = [plan.place(at) for at in range(len(heads))]
    stack: list[int] = []
    found = []
    for head, place in zip(heads, placed, strict=True):
        while stack and stack[-1] >= place:
            stack.pop()
        found.append(len(stack) + 1)
        if head.form != "known" or place == plan.top:
            stack.append(place)
    return tuple(min(level, DEEPEST) for level in found)


def _apart(heads: Sequence[Head]) -> Sequence[Head]:
    """Tell titles that recur (المقادير under every dish) from the short headings that stand between them."""
    if any(h.form in UNLABELLED and h.hashes for h in heads):
        return heads
    lines: dict[str, list[int]] = {}
    for head in heads:
        if head.form == "short":
            lines.setdefault(head.title, []).append(head.line)
    once = [found[0] for found in lines.values() if len(found) == 1]
    labelled = [h.line for h in heads if h.is_labelled]
    again = {
        title
        for title, found in lines.items()
        if len(found) > 1 and _between(once, found) and not _between(labelled, found)
    }
    lower = _stray(heads, again)
    groups = _groups(heads, again)
    return [
        h
        if h.form != "short"
        else replace(h, form="again", rank=19)
        if h.title in again or at in lower
        else replace(h, form="group", rank=17)
        if at in groups
        else h
        for at, h in enumerate(heads)
    ]


def _groups(heads: Sequence[Head], again: set[str]) -> set[int]:
    """Return the short headings that stand right above another, when the file has more than one such pair."""
    pairs = {
        at
        for at, (x, y) in enumerate(pairwise(heads))
        if x.form == y.form == "short" and x.end == y.line and not {x.title, y.title} & again
    }
    return pairs if len(pairs) > 1 else set()


def _stray(heads: Sequence[Head], again: set[str]) -> set[int]:
    """Return the headings that stand once, but inside the sections that titles which recur open and divide."""
    openers = Counter(y.title for x, y in pairwise(heads) if x.title not in again and y.title in again)
    if not openers:
        return set()
    opener = openers.most_common(1)[0][0]
    places = [at for at, h in enumerate(heads) if h.title == opener]
    return {
        at
        for at in range(places[0] + 1, places[-1])
        if heads[at].title not in again and heads[at + 1].title in again and heads[at + 1].title != opener
    }


def _between(lines: Sequence[int], bounds: Sequence[int]) -> bool:
    """Whether one of the lines lies between any two neighbours of the bounds."""
    return all(bisect_left(lines, a) < bisect_left(lines, b) for a, b in pairwise(bounds))


# ------------------------------------------------------------------ order of classes


def _order(heads: Sequence[Head]) -> dict[str, int]:
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
    if a.startswith("decimal") and b.startswith("decimal"):
        custom *= 9
    right_below = 1.5 * (_right_below(heads, a, b) - _right_below(heads, b, a))
    return _holds(heads, a, b) - _holds(heads, b, a) + custom + max(min(right_below, 4.5), -4.5)


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
        return 1.0 if inside or b not in UNLABELLED else 0.25
    return 1.0 if not alone or (first.form == b and first.line == above.end) else 0.3


def _parallel(heads: Sequence[Head], a: str, b: str) -> bool:
    """Whether the classes go side by side, as in a book in two languages: each of one just above one of the other."""
    if not (a.startswith("noun") and b.startswith("noun")) or a.isascii() == b.isascii():
        return False
    both = [h for h in heads if h.form in (a, b)]
    pairs = sum(x.form != y.form and y.line <= x.line + 2 for x, y in pairwise(both))
    return pairs >= 0.4 * len(both)


# ------------------------------------------------------------------ place of one heading


class Plan:
    """The order of the classes of a file, and what is asked of it for each heading."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.heads = heads
        self.order = _order(heads)
        self.parts = _parts(heads)
        self.top = min(self.order.values(), default=1)
        self.labelled = [h.line for h in heads if h.is_labelled]
        self.proper = [h.line for h in heads if h.is_labelled and h.form not in APPENDICES]
        self.known: dict[str, list[int]] = {}
        for head in heads:
            if head.form == "known":
                self.known.setdefault(head.title, []).append(head.line)
        self.first_hash = next((at for at, h in enumerate(heads) if h.hashes), len(heads))

    def place(self, at: int) -> int:
        """Return the height of one heading among the classes."""
        head = self.heads[at]
        if head.hashes and not head.is_labelled:
            return self.order.get(head.form, 1)
        if head.form == "known":
            return self.of_known(at)
        if head.form in APPENDICES:
            is_last = not self.proper or head.line > self.proper[-1]
            return self.top if is_last else self.order[head.form]
        if head.form == "short":
            return self.of_short(at)
        return self.order[head.form]

    def of_known(self, at: int) -> int:
        """Return the height of a known title: the highest, unless it recurs or opens a division."""
        head = self.heads[at]
        if not self.labelled or not self.labelled[0] < head.line < self.labelled[-1]:
            return self.top
        if len(self.known[head.title]) > 1:
            return self.below_separator(head.title)
        if at and self.heads[at - 1].end == head.line and head.kind == "opening":
            return self.order.get(self.heads[at - 1].form, 0) + 1
        return self.top

    @cache  # noqa: B019 - a plan lives as long as one reading
    def below_separator(self, title: str) -> int:
        """Return the place just below the highest class that has a member between any two lines of a known title."""
        for form in sorted(self.order, key=lambda f: self.order[f]):
            members = [h.line for h in self.heads if h.form == form]
            if form != "short" and _between(members, self.known[title]):
                return self.order[form] + 1
        return self.top

    def of_short(self, at: int) -> int:
        """Return the height of a short heading; after the last of every series it is low only if its like stand inside."""
        head = self.heads[at]
        own = self.order["short"] + (_is_child(self.heads, at) or at in self.parts)
        lines, inside, recurring = self.inside(own)
        if not lines or head.line < lines[-1] or self.first_hash < at:
            return own
        if inside and len(recurring) == len(inside) and head.title not in recurring:
            return self.top
        return own if inside or len(lines) == 1 else self.top

    @cache  # noqa: B019 - a plan lives as long as one reading
    def inside(self, height: int) -> tuple[list[int], set[str], set[str]]:
        """Return the lines of labelled headings above a height, and the titles of short ones among them, all and recurring."""
        lines = [h.line for h in self.heads if h.is_labelled and self.order[h.form] < height]
        titles = Counter(h.title for h in self.heads if h.form == "short" and lines and lines[0] < h.line < lines[-1])
        return lines, set(titles), {title for title, n in titles.items() if n > 1}


def _parts(heads: Sequence[Head]) -> frozenset[int]:
    """Return the short headings that are parts of a section every reader knows: from one right below its title to the next such section."""
    found: set[int] = set()
    inside: list[int] | None = None
    for at, head in enumerate(heads):
        if head.form == "short" and not head.kind:
            if inside is not None and (inside or heads[at - 1].end == head.line):
                inside.append(at)
            else:
                inside = None
            continue
        is_section = head.form == "short" and head.kind == "section"
        found.update(inside or () if is_section else ())
        inside = [] if is_section else None
    return frozenset(found)


def _is_child(heads: Sequence[Head], at: int) -> bool:
    """Whether a short heading is under another: one that stands right below a heading, and those that open with its word."""
    word = heads[at].title.split(" ")[0]
    for back in range(at, max(0, at - _REACH), -1):
        head, above = heads[back], heads[back - 1]
        if head.form != "short" or above.form not in ("short", "known"):
            return False
        if head.title.split(" ")[0] != word:
            return False
        if above.form == "short" and above.end == head.line:
            return True
    return False
