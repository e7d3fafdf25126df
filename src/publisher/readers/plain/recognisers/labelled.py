"""Labelled lines: every series of the file, judged whole, claims its members as headings or as items."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.labels import Label
from publisher.readers.plain.series import Series, gather, order_of_levels
from publisher.readers.plain.standing import seen

_ITEM_FORMS = ("number", "letter", "latin", "LATIN", "ordinal", "first", "decimal")
_KNOWN_RANK = 16
_STEADY = 0.5
"""How far a member's own look may move it from its series."""


def find(copy: Copy, free: Sequence[int]) -> Iterator[Claim]:
    """Yield a claim for every labelled line, as a heading and as an item."""
    entries = [(i, label) for i in free if (label := copy.openings[i].label) is not None and not label.is_bullet]
    series = gather(_in_one_order(entries), lambda i: seen(copy, i))
    for run in series:
        shared = tuple(_shared(copy, run, series))
        for at, i in enumerate(run.lines):
            yield from _claims(run, at, i, shared)


def _in_one_order(entries: Sequence[tuple[int, Label]]) -> list[tuple[int, Label]]:
    forms = {label.form for _, label in entries if label.form.startswith("decimal")}
    orders = {form: order_of_levels([label for _, label in entries if label.form == form]) for form in forms}
    return [
        (i, replace(label, values=(label.values[min(orders[label.form], len(label.values) - 1)],)) if label.form in orders else label)
        for i, label in entries
    ]


def _shared(copy: Copy, run: Series, series: Sequence[Series]) -> Iterator[Reason]:
    """Yield what speaks for or against the whole series."""
    label = run.labels[0]
    size = len(run.lines)
    if size == 1 and not (label.form.startswith("noun") and label.rank < _KNOWN_RANK):
        yield Reason("stands alone in its series", -2.5 if label.is_bare or label.rank == _KNOWN_RANK else -1.0)
    if run.faults and (size < 3 or run.faults > size // 3):
        yield Reason("numbers out of order", -2.5 if label.form.startswith("decimal") else -0.8)
    bodies = sum(_has_body(run, at) for at in range(size - 1))
    if size > 1:
        share = bodies / (size - 1)
        yield Reason(f"text under {share:.0%} of its members", 2.4 * share - 1.4)
    if label.form == "number" and any(s.form == "decimal2" and _is_child(run, s) for s in series):
        yield Reason("its numbers go on a level deeper", 3.0)
    first = run.lines[0]
    if first and copy.lines[first - 1].leads and copy.lines[first].blanks_before == 0:
        yield Reason("a leading line above", -0.6)


def _has_body(run: Series, at: int) -> bool:
    """Whether more than the member itself stands between it and the next."""
    return run.lines[at + 1] > run.lines[at] + 1


def _is_child(run: Series, deeper: Series) -> bool:
    places = dict(zip((v[0] for v in run.values), run.lines, strict=True))
    inside = [line > places[v[0]] for v, line in zip(deeper.values, deeper.lines, strict=True) if v[0] in places]
    return len(deeper.lines) > 1 and sum(inside) >= 0.7 * len(deeper.lines)


def _claims(run: Series, at: int, i: int, shared: tuple[Reason, ...]) -> Iterator[Claim]:
    own = sum(r.weight for r in run.standing[at])
    steady = Reason("like its series", (run.mean - own) * (1 - _STEADY if len(run.lines) > 1 else 0.0))
    reasons = (*run.standing[at], steady, *shared)
    heading = Claim(Kind.HEADING, i, i, reasons, run)
    yield heading
    label = run.labels[at]
    if not label.form.startswith(_ITEM_FORMS):
        return
    base = -1.5 if label.is_bare else 1.2 if len(run.lines) > 1 else 0.6
    if label.form.startswith("decimal") and run.faults:
        base -= 3.0
    yield Claim(Kind.ITEM, i, i, (Reason("label of an item", base), Reason("against its being a heading", -0.6 * heading.weight)), run)
