"""Labelled lines: every series of the file, judged whole, claims its members as headings or as items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.dates import is_dateline
from publisher.readers.plain.labels import Label
from publisher.readers.plain.labels.division import UNRANKED
from publisher.readers.plain.series import Series, gather, order_of_levels
from publisher.readers.plain.standing import seen
from publisher.readers.plain.titles import is_title_of_list

_ITEM_FORMS = ("number", "letter", "latin", "LATIN", "ordinal", "first", "decimal")
_SIMPLE = re.compile("number|letter")
_MOST = 20
"""Series of two levels that are asked whether they go on from one of a single level."""
_STEADY = 0.5
"""How far a member's own look may move it from its series."""

_TITLE_WORDS = 12
_ONE_KIND = 6.0
_LAWS = ("noun ماده", "noun بند", "noun فقره", "noun article", "noun clause")
"""Divisions of laws and contracts, whose text often begins beside the label."""


@dataclass(frozen=True)
class RunIn:
    """A series whose members have text, not a title, beside the label."""

    series: Series


def find(copy: Copy, free: Sequence[int]) -> Iterator[Claim]:
    """Yield a claim for every labelled line, as a heading and as an item."""
    entries = [(i, label) for i in free if (label := copy.openings[i].label) is not None and not label.is_bullet]
    series = gather(_in_one_order(_without_quantities(copy, entries)), lambda i: seen(copy, i))
    open_lines = frozenset(free)
    deeper = [run for run in series if run.form == "decimal2" and len(run.lines) > 1][:_MOST]
    for run in series:
        shared = tuple(_shared(copy, run, deeper))
        yield from _of_series(copy, run, shared, open_lines)


def _without_quantities(copy: Copy, entries: Sequence[tuple[int, Label]]) -> list[tuple[int, Label]]:
    """Leave out sentences that open with a number as titles in the file do (1.5 من كل عشرة …)."""
    bare = [i for i, label in entries if label.is_bare and label.form.startswith("decimal")]
    told = {i for i in bare if copy.lines[i].is_sentence and copy.lines[i].words > _TITLE_WORDS // 2}
    return [(i, label) for i, label in entries if i not in told] if len(told) < 0.5 * len(bare) else list(entries)


def _in_one_order(entries: Sequence[tuple[int, Label]]) -> list[tuple[int, Label]]:
    forms = {label.form for _, label in entries if label.form.startswith("decimal")}
    orders = {form: order_of_levels([label for _, label in entries if label.form == form]) for form in forms}
    return [
        (
            i,
            replace(label, values=(label.values[min(orders[label.form], len(label.values) - 1)],))
            if label.form in orders
            else label,
        )
        for i, label in entries
    ]


# ------------------------------------------------------------------ what speaks for the whole series


def _shared(copy: Copy, run: Series, deeper: Sequence[Series]) -> Iterator[Reason]:
    label = run.labels[0]
    size = len(run.lines)
    named = label.form.startswith("noun") and label.rank < UNRANKED
    if size == 1 and not named:
        yield Reason("stands alone in its series", -2.5 if label.is_bare or label.rank == UNRANKED else -1.0)
    if run.faults and not named and (size < 3 or run.faults > size // 3):
        yield Reason("numbers out of order", -2.5 if label.form.startswith(("decimal", "letter")) else -0.8)
    if size > 1:
        share = sum(b > a + 1 for a, b in zip(run.lines, run.lines[1:], strict=False)) / (size - 1)
        yield Reason(f"text under {share:.0%} of its members", 2.4 * share - 1.4)
    children = [child for child in deeper if label.form == "number" and _is_child(run, child)]
    if children:
        yield Reason("its numbers go on a level deeper", 3.0 if children[0].mean > -1 else -0.5)
    first = run.lines[0]
    if first and _SIMPLE.fullmatch(label.form) and is_title_of_list(copy.words(first - 1)):
        yield Reason("under a title of questions or goals", -3.0)
    if first and copy.lines[first - 1].leads and copy.lines[first].blanks_before == 0:
        yield Reason("a leading line above", -0.6)


def _is_child(run: Series, deeper: Series) -> bool:
    places = dict(zip((v[0] for v in run.values), run.lines, strict=True))
    inside = [line > places[v[0]] for v, line in zip(deeper.values, deeper.lines, strict=True) if v[0] in places]
    return sum(inside) >= 0.7 * len(deeper.lines)


# ------------------------------------------------------------------ titles on the next line


def _titles_below(copy: Copy, run: Series, free: frozenset[int]) -> frozenset[int]:
    """Return the members that are a label alone and have their title on the next line."""
    alone = [i for i in run.lines if not copy.words(i).strip()]
    titled = [i for i in alone if i + 1 in free and _is_title_below(copy, i)]
    return frozenset(titled) if len(titled) >= 0.5 * len(alone) else frozenset()


def _is_title_below(copy: Copy, i: int) -> bool:
    if i + 2 >= len(copy):
        return False
    line, title, after = copy.lines[i], copy.lines[i + 1], copy.lines[i + 2]
    if copy.openings[i + 1].label is not None or title.words > _TITLE_WORDS or title.ending not in ("", "؟", "!"):
        return False
    if line.blanks_after > 1 or is_dateline(title.text) or title.text[:1] in '«"“﴿|>(':
        return False
    if title.blanks_after:
        return line.blanks_after == 0 or title.words <= 6
    return line.blanks_after == 0 and (
        after.words > 10
        or after.words > title.words + 4
        or (copy.openings[i].form.startswith("noun") and (after.leads or after.is_sentence))
        or copy.openings[i + 2].label is not None
    )


# ------------------------------------------------------------------ claims


def _of_series(copy: Copy, run: Series, shared: tuple[Reason, ...], free: frozenset[int]) -> Iterator[Claim]:
    """Yield the claims of all members: as headings and as items, the one that suits the series less held back."""
    label = run.labels[0]
    size = len(run.lines)
    if size == 1 and label.form in ("letter", "latin", "LATIN"):
        return
    headings = [_heading(run, at, shared) for at in range(size)]
    told = label.form == "ordinal-comma" and not _is_enumeration(copy, run)
    items = [_item(run, at, heading, base=-9.0 if told else None) for at, heading in enumerate(headings)]
    may_list = label.form.startswith(_ITEM_FORMS) and not (size == 1 and label.is_bare)
    heads = not may_list or sum(c.weight for c in headings) > sum(c.weight for c in items)
    against = Reason("its series is otherwise", -_ONE_KIND if size > 1 else 0.0)
    titled = _titles_below(copy, run, free)
    laws = label.form in _LAWS and _speaks_on_the_line(copy, run)
    for at, i in enumerate(run.lines):
        spoken = laws and bool(copy.words(i))
        heading = _spoken(headings[at], run) if spoken else headings[at]
        heading = heading if heads else _but(heading, against)
        if i in titled:
            yield replace(_but(heading, Reason("its title on the next line", 9.0)), last=i + 1)
        yield heading
        if may_list:
            yield _but(items[at], against) if heads else items[at]


def _but(claim: Claim, reason: Reason) -> Claim:
    return replace(claim, reasons=(*claim.reasons, reason))


def _spoken(heading: Claim, run: Series) -> Claim:
    return replace(_but(heading, Reason("an article and its text", 6.0)), detail=RunIn(run))


def _heading(run: Series, at: int, shared: tuple[Reason, ...]) -> Claim:
    own = sum(r.weight for r in run.standing[at])
    steady = Reason("like its series", (run.mean - own) * (1 - _STEADY if len(run.lines) > 1 else 0.0))
    return Claim(Kind.HEADING, run.lines[at], run.lines[at], (*run.standing[at], steady, *shared), run)


def _is_enumeration(copy: Copy, run: Series) -> bool:
    """Whether lines that open with an ordinal and a comma stand one below another, led by a colon or ended as items."""
    near = all(b == a + 1 for a, b in pairwise(run.lines)) and len(run.lines) > 1
    first = run.lines[0]
    led = first > 0 and copy.lines[first - 1].leads
    return near and (led or all(copy.lines[i].ending in ("؛", "،") for i in run.lines[:-1]))


def _item(run: Series, at: int, heading: Claim, base: float | None = None) -> Claim:
    label = run.labels[at]
    if label.form == "ordinal-comma":
        base = 3.0 if base is None else base
        return Claim(Kind.ITEM, heading.first, heading.last, (Reason("an ordinal and a comma", base),), run)
    decimal = label.form.startswith("decimal")
    base = (0.5 if decimal and len(run.lines) > 1 else -1.5) if label.is_bare else 1.2 if len(run.lines) > 1 else 0.3
    if run.faults and (decimal or label.form == "letter"):
        base -= 3.0
    against = Reason("against its being a heading", max(min(-0.6 * heading.weight, 1.5), -6.0))
    return Claim(Kind.ITEM, heading.first, heading.last, (Reason("label of an item", base), against), run)


def _speaks_on_the_line(copy: Copy, run: Series) -> bool:
    """Whether most members have their text, not a title, beside the label."""
    spoken = [copy.lines[i].is_sentence or copy.lines[i].leads or copy.lines[i].words > 14 for i in run.lines]
    return sum(spoken) >= 0.6 * len(spoken)
