"""Notes: calls `(1)` in the text, and their list at the end of the text or of a chapter."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.arabic.digits import value
from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.titles import kind_of_title

_CALL = re.compile(r"(?<=\S)[ \u00a0]?([(\[])([0-9]{1,3}|[٠-٩]{1,3}|[۰-۹]{1,3})[)\]]|(?<=\S)([¹²³⁰-⁹]{1,3})")
_NO_CALL = re.compile(
    r"(?:ماده|مادة|المواد|رقم|بند|البند|فقرة|الفقرة|جدول|الجدول|شكل|الشكل|ملحق|الملحق|صفحة|سورة|الآية|آية|الفصل|عدد|المعادلة|الخطوة|البنود|الفقرات|Table|Figure|Article|Section)\s*$"
)
_MAY_CALL = re.compile(r"[(\[][0-9٠-٩۰-۹]{1,3}[)\]]|[¹²³⁰-⁹]")
_RAISED = {ord(c): str(n) for n, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of notes: the line of each note and its number, and where in the file it is called."""

    lines: tuple[int, ...]
    numbers: tuple[int, ...]
    calls: tuple[tuple[int, int], ...]
    """Place in the file and number of each call."""


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every list of notes."""
    calls = _calls(copy)
    after = 0
    for run in _runs(copy):
        span = (after, copy.lines[run[0]].start)
        numbers = [_number(copy, i) for i in run]
        firsts = [_first(calls.get(n, ()), *span) for n in numbers]
        reasons = tuple(_seen(copy, run, firsts))
        if sum(r.weight for r in reasons) <= 0:
            continue
        listed = Listed(tuple(run), tuple(numbers), tuple(_within(calls, numbers, *span)))
        yield Claim(Kind.NOTES, run[0], run[-1], tuple(Reason(r.seen, r.weight * len(run)) for r in reasons), listed)
        after = copy.lines[run[-1]].end


def _first(places: Sequence[int], start: int, end: int) -> int | None:
    at = bisect_left(places, start)
    return places[at] if at < len(places) and places[at] < end else None


def _within(
    calls: Mapping[int, Sequence[int]], numbers: Sequence[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    for n in numbers:
        places = calls.get(n, ())
        for place in places[bisect_left(places, start) : bisect_left(places, end)]:
            yield place, n


def _number(copy: Copy, i: int) -> int:
    label = copy.openings[i].label
    return label.values[0][0] if label is not None and label.values else 0


def _runs(copy: Copy) -> Iterator[list[int]]:
    """Yield runs of neighbours whose numbers follow one another."""
    run: list[int] = []
    for i, opening in enumerate(copy.openings):
        numbered = opening.form == "number" and not opening.hashes
        if run and (not numbered or _number(copy, i) != _number(copy, run[-1]) + 1 or i != run[-1] + 1):
            yield run
            run = []
        if numbered:
            run.append(i)
    if run:
        yield run


def _calls(copy: Copy) -> Mapping[int, Sequence[int]]:
    """Return the places of all that may be calls, by number, in the order of the file."""
    found: dict[int, list[int]] = {}
    for line in copy.lines:
        if not _MAY_CALL.search(line.text):
            continue
        for call in _CALL.finditer(line.text):
            n = value(call[2]) if call[2] else int(call[3].translate(_RAISED))
            if n is not None and not _NO_CALL.search(line.text[max(0, call.start() - 16) : call.start()]):
                found.setdefault(n, []).append(line.place(call.start(1) if call[1] else call.start(3)))
    return found


def _seen(copy: Copy, run: Sequence[int], calls: Sequence[int | None]) -> Iterator[Reason]:
    first, last = run[0], run[-1]
    label = copy.openings[first].label
    mark = label.mark if label is not None else ""
    above = kind_of_title(copy.words(first - 1)) if first else ""
    if above == "notes":
        yield Reason("under a title of notes", 8.0)
    elif above == "references":
        yield Reason("under a title of references", -9.0)
    elif first and re.fullmatch(r"[_\-–—=*.\s]{3,}", copy.lines[first - 1].text):
        yield Reason("under a rule", 1.5)
    places = [place for place in calls if place is not None]
    called = len(places) / len(run)
    yield Reason(f"{called:.0%} are called above", 7.5 * called - 4.0)
    yield Reason(f"mark {mark}", 0.0 if mark in ("()", "[]") else -2.0)
    if places != sorted(places):
        yield Reason("calls out of order", -2.0)
    if first and copy.lines[first - 1].leads and above != "notes":
        yield Reason("a leading line above", -2.5)
    if last + 1 < len(copy) and not (copy.lines[last].blanks_after or copy.openings[last + 1].label):
        yield Reason("text goes on below", -1.5)
