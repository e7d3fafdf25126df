"""Notes: calls `(1)` in the text, and their list at the end of the text or of a chapter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publisher.arabic.digits import value
from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.titles import kind_of_title

_CALL = re.compile(r"(?<=\S)[ \u00a0]?([(\[])([0-9]{1,3}|[٠-٩]{1,3}|[۰-۹]{1,3})[)\]]|(?<=\S)([¹²³⁰-⁹]{1,3})")
_NO_CALL = re.compile(r"(?:ماده|مادة|المواد|رقم|بند|البند|فقرة|الفقرة|جدول|الجدول|شكل|الشكل|ملحق|الملحق|صفحة|سورة|الآية|آية|الفصل|عدد|المعادلة|الخطوة|البنود|الفقرات|Table|Figure|Article|Section)\s*$")
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
    after = 0
    for run in _runs(copy):
        calls = _calls(copy, after, run[0])
        numbers = tuple(_number(copy, i) for i in run)
        reasons = tuple(_seen(copy, run, numbers, [n for _, n in calls]))
        weight = sum(r.weight for r in reasons)
        if weight > 0:
            listed = Listed(tuple(run), numbers, tuple(call for call in calls if call[1] in numbers))
            spread = tuple(Reason(r.seen, r.weight * len(run)) for r in reasons)
            yield Claim(Kind.NOTES, run[0], run[-1], spread, listed)
            after = run[-1] + 1


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


def _calls(copy: Copy, first: int, end: int) -> list[tuple[int, int]]:
    """Return place and number of every call in a stretch of lines."""
    found = []
    for i in range(first, end):
        line = copy.lines[i]
        if "(" not in line.text and "[" not in line.text and not any(c in line.text for c in "¹²³⁴⁵⁶⁷⁸⁹"):
            continue
        for call in _CALL.finditer(line.text):
            n = value(call[2]) if call[2] else int(call[3].translate(_RAISED))
            if n is not None and not _NO_CALL.search(line.text[max(0, call.start() - 16) : call.start()]):
                found.append((line.place(call.start(1) if call[1] else call.start(3)), n))
    return found


def _seen(copy: Copy, run: Sequence[int], numbers: Sequence[int], calls: Sequence[int]) -> Iterator[Reason]:
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
    called = sum(n in calls for n in numbers) / len(numbers)
    yield Reason(f"{called:.0%} are called above", 5.0 * called - 3.0)
    yield Reason(f"mark {mark}", 0.0 if mark in ("()", "[]") else -2.0)
    in_order = list(dict.fromkeys(n for n in calls if n in set(numbers)))
    if in_order != sorted(in_order):
        yield Reason("calls out of order", -2.0)
    if first and copy.lines[first - 1].leads and above != "notes":
        yield Reason("a leading line above", -2.5)
    if last + 1 < len(copy) and not (copy.lines[last].blanks_after or copy.openings[last + 1].label):
        yield Reason("text goes on below", -1.5)
