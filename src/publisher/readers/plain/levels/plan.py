"""The place of one heading: that of its class, unless what stands around it says more."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from publisher.readers.plain.levels.head import APPENDICES, Head, between
from publisher.readers.plain.levels.order import order_of

_REACH = 30
_NEARLY = 0.8
_SHORT = ("short", "again", "group")
_LEAVES = frozenset(["اهداف", "مفردات", "معاني"])
"""Titles of parts that hold a list, and no headings."""
_EXERCISES = frozenset(["اسيله", "واجب", "تمارين", "تمرينات", "تدريبات"])
"""Titles of parts that hold a list, or its own labelled divisions."""


class Plan:
    """The order of the classes of a file, and what is asked of it for each heading."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self.heads = heads
        self.order = order_of(heads)
        self.parts = _parts(heads)
        proper = [place for form, place in self.order.items() if form not in APPENDICES]
        self.top = min(proper or self.order.values(), default=1)
        self.labelled = [h.line for h in heads if h.is_labelled]
        self.proper = [h.line for h in heads if h.is_labelled and h.form not in APPENDICES]
        self.known: dict[str, list[int]] = {}
        for head in heads:
            if head.form == "known":
                self.known.setdefault(head.title, []).append(head.line)
        self.again: dict[str, list[int]] = {}
        for head in heads:
            if head.form in _SHORT:
                self.again.setdefault(head.title, []).append(head.line)
        self.split = _split(heads)
        self.first_hash = next((at for at, h in enumerate(heads) if h.hashes), len(heads))

    def place(self, at: int) -> int:
        """Return the height of one heading among the classes."""
        head = self.heads[at]
        if head.hashes and not head.is_labelled:
            return self.order.get(head.form, 1)
        if head.of and any(above.form == f"noun {head.of}" for above in self.heads[:at]):
            return self.order[f"noun {head.of}"] + 1
        unit = self.unit_of(head.title) if head.form in _SHORT and len(self.again.get(head.title, ())) > 1 else None
        if unit is not None:
            return unit
        if head.form == "known":
            return self.of_known(at)
        if head.form in APPENDICES:
            is_last = not self.proper or head.line > self.proper[-1]
            return self.top if is_last else self.order[head.form]
        if head.form == "short":
            return self.of_short(at)
        return self.order[head.form]

    def opens(self, at: int, place: int) -> bool:
        """Whether headings that come after one may be under it."""
        head = self.heads[at]
        if head.form == "known" and place != self.top:
            return False
        if not head.of or at + 1 == len(self.heads):
            return True
        after = self.heads[at + 1]
        name = head.title.split(" ")[0].removeprefix("ال")
        if after.is_labelled:
            return name not in _LEAVES and after.form not in self.split
        return name not in _LEAVES and name not in _EXERCISES

    @cache  # noqa: B019 - a plan lives as long as one reading
    def unit_of(self, title: str) -> int | None:
        """Return the place below the class of divisions that a title closes: once in nearly each, after all that is in it."""
        places = self.again[title]
        spans = {form: _spans(self.members[form], places) for form in self.members}
        full = [form for form, (share, once) in spans.items() if share >= _NEARLY and once]
        if not full:
            return None
        unit = max(full, key=lambda form: self.order[form])
        lower = [form for form in self.members if self.order[form] > self.order[unit]]
        if not lower or any(not _closes(self.members[unit], self.members[form], places) for form in lower):
            return None
        return self.order[unit] + 1

    @cached_property
    def members(self) -> dict[str, list[int]]:
        """Lines of the members of every labelled class that has several."""
        found: dict[str, list[int]] = {}
        for head in self.heads:
            if head.is_labelled and head.form in self.order:
                found.setdefault(head.form, []).append(head.line)
        return {form: lines for form, lines in found.items() if len(lines) > 1}

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
            if form != "short" and between(members, self.known[title]):
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


def _spans(members: Sequence[int], places: Sequence[int]) -> tuple[float, bool]:
    """Return the share of members that a title stands under, and whether it stands under each of them once."""
    under = Counter(bisect_left(members, place) for place in places)
    return len(under.keys() - {0}) / len(members), max(under.values()) == 1 and 0 not in under


def _closes(units: Sequence[int], lower: Sequence[int], places: Sequence[int]) -> bool:
    """Whether a title stands after all members of a lower class that are in the same unit."""
    for place in places:
        at = bisect_left(units, place)
        end = units[at] if at < len(units) else 1 << 60
        if bisect_left(lower, end) != bisect_left(lower, place):
            return False
    return True


def _split(heads: Sequence[Head]) -> frozenset[str]:
    """Return the labelled classes with a series that goes on past a title that belongs to a division (أهداف الدرس)."""
    sections = [0]
    for head in heads:
        sections.append(sections[-1] + bool(head.of))
    firsts: dict[int, int] = {}
    found = set()
    for at, head in enumerate(heads):
        if head.is_labelled and firsts.setdefault(head.series, sections[at]) != sections[at]:
            found.add(head.form)
    return frozenset(found)


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
