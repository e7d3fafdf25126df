"""Laying out until the numbers hold: guess the digits of page references, lay out, look, lay out again what was guessed wrong.

What comes out depends on the job alone: every build starts from the same guess, whatever it finds in the cache. Two
states that lead to each other are settled by never letting a number shrink after the third round.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from publisher.diagnostic import Diagnostic, Said, error
from publisher.press.cache import Store
from publisher.press.facts import Facts, references
from publisher.press.guess import first_guess
from publisher.press.job import Job, Unit
from publisher.press.keys import Keys
from publisher.press.pack import Docket, load_docket
from publisher.press.plan import Place, Sheets, opens_on_recto, places, sheets
from publisher.press.scheduler import Company
from publisher.press.tasks import Failure, Layout, Task
from publisher.press.workers import Crew

MISSING_TARGET = error(
    "missing-target",
    Said("في {unit} رابط إلى موضع غير موجود: {target}", "{unit} links to a place that is not there: {target}"),
    Said("صحّح الاسم أو أضف الموضع.", "correct the name, or add the place."),
)
WORKER_DIED = error(
    "worker-died",
    Said("مات العامل الذي ينضّد {unit} (الرمز {reason})", "the worker that was setting {unit} died (exit {reason})"),
    Said("قد تكون الذاكرة نفدت: جرّب ‎--jobs 1.", "memory may have run out: try --jobs 1."),
)
UNIT_FAILED = error(
    "unit-failed",
    Said("تعذّر تنضيد {unit}: {reason}", "{unit} could not be set: {reason}"),
    Said("هذا عيب في الأداة: أبلغ عنه مع نص الفصل.", "this is a fault of the tool: report it with the chapter's text."),
)

_FREE_ROUNDS: Final = 3
_ROUNDS: Final = 12
Progress = Callable[[str], None]


class Settled(NamedTuple):
    """A laid-out book."""

    layouts: tuple[Layout, ...]
    dockets: tuple[Docket, ...]
    pages: Sheets
    found: dict[str, Place]
    rounds: int
    laid_out: int
    """Units that were laid out now, not found in the cache."""


class Unsettled(Exception):  # noqa: N818 - what was found wrong, for the caller to report
    """A book that could not be laid out."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(d.message.en for d in diagnostics))
        self.diagnostics = diagnostics


class Known(dict[str, Docket]):
    """The dockets of units by their keys; what they have in common is kept once, so that a long book takes little room."""

    def __init__(self) -> None:
        super().__init__()
        self._shared: dict[Any, Any] = {}

    def add(self, key: str, data: bytes) -> Docket:
        """Keep a docket as it came from the cache or a worker."""
        self[key] = load_docket(data, self._shared)
        return self[key]


def settle(job: Job, keys: Keys, store: Store, crew: Crew | Company, progress: Progress) -> Settled:
    """Lay the book out. Raises Unsettled with what stands against it."""
    wanted = {unit.id: references(unit) for unit in job.units}
    guess = first_guess(job)
    digits = {target: guess.get(target, 1) for targets in wanted.values() for target in sorted(targets)}
    versos = [False] * len(job.units)
    known = Known()
    laid_out = 0
    for turn in range(1, _ROUNDS + 1):
        facts = [_facts(wanted[unit.id], digits, verso) for unit, verso in zip(job.units, versos, strict=True)]
        tasks = [Layout(unit, f, keys.pack(unit, f)) for unit, f in zip(job.units, facts, strict=True)]
        laid_out += _lay_out(job, tasks, known, store, crew, progress)
        dockets = [known[task.key] for task in tasks]
        _check(dockets, job)
        pages = sheets(job, dockets, versos if turn == _ROUNDS else None)
        found = places(dockets, pages)
        real = {target: len(found[target].folio) for target in digits}
        sides = [_is_verso(unit, first) for unit, first in zip(job.units, pages.firsts, strict=True)]
        if turn == _ROUNDS or (real == digits and sides == versos):
            break
        digits = real if turn < _FREE_ROUNDS else {target: max(n, real[target]) for target, n in digits.items()}
        versos = sides
    return Settled(tuple(tasks), tuple(dockets), pages, found, turn, laid_out)


def _facts(targets: frozenset[str], digits: Mapping[str, int], is_verso: bool) -> Facts:
    return Facts(tuple((target, digits[target]) for target in sorted(targets)), is_verso)


def _is_verso(unit: Unit, first: int) -> bool:
    return first % 2 == 1 and not opens_on_recto(unit)


def _check(dockets: Sequence[Docket], job: Job) -> None:
    """Every target must be there."""
    names = {anchor.name for docket in dockets for anchor in docket.anchors}
    missing = [
        MISSING_TARGET.at(None, unit=job.called(docket.unit), target=target)
        for docket in dockets
        for target in docket.wanted
        if target not in names
    ]
    missing += [
        MISSING_TARGET.at(None, unit=mark.label, target=mark.target) for mark in job.outline if mark.target not in names
    ]
    if missing:
        raise Unsettled(*missing)


def _lay_out(
    job: Job, tasks: Sequence[Layout], known: Known, store: Store, crew: Crew | Company, progress: Progress
) -> int:
    """Get the dockets of all tasks, from the cache or by laying out; return how many were laid out."""
    missing: list[Task] = []
    for task in tasks:
        if task.key in known:
            continue
        data = store.get("docket", task.key) if store.has("sheaf", task.key) else None
        if data is None:
            missing.append(task)
        else:
            known.add(task.key, data)
    missing.sort(key=lambda task: -len(task.unit.body) if isinstance(task, Layout) else 0)
    meter = _Meter(job, len(missing), progress)

    def done(task: Task, result: bytes) -> None:
        meter.tell(known.add(task.key, result))

    failures = crew.run(missing, done)
    if failures:
        raise Unsettled(*(fault_of(failure, job) for failure in failures))
    return len(missing)


def fault_of(failure: Failure, job: Job) -> Diagnostic:
    """Return a failed task as a finding."""
    finding = WORKER_DIED if failure.is_death else UNIT_FAILED
    return finding.at(None, unit=job.called(failure.unit), reason=failure.reason)


class _Meter:
    """Tells how far the laying out has come."""

    def __init__(self, job: Job, units: int, progress: Progress) -> None:
        self.job = job
        self.units = units
        self.progress = progress
        self.done = self.pages = 0
        self.start = time.perf_counter()

    def tell(self, docket: Docket) -> None:
        self.done += 1
        self.pages += len(docket.pages)
        rate = self.pages / max(time.perf_counter() - self.start, 1e-6)
        self.progress(
            f"{self.job.called(docket.unit)}: {len(docket.pages)} p. ({self.done}/{self.units}, {rate:.1f} p/s)"
        )
