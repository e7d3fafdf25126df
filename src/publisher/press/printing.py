"""Printing a job: laid out unit by unit, kept between builds, joined into one file."""

import io
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from publisher.diagnostic import Diagnostic, has_errors
from publisher.press.cache import Store
from publisher.press.finishing import Piece, load_piece
from publisher.press.job import Job
from publisher.press.join import Sources, join, order
from publisher.press.keys import Keys
from publisher.press.plan import page_map
from publisher.press.rounds import Settled, Unsettled, fault_of, settle
from publisher.press.scheduler import Company
from publisher.press.staff import Staff
from publisher.press.tasks import Finish, Task
from publisher.press.telling import told
from publisher.press.variants import colour_faults, variant_of
from publisher.press.workers import Crew


@dataclass(frozen=True)
class Pressed:
    """A printed book, or why there is none (then `pdf` is empty)."""

    pdf: bytes
    page_map: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Page of the file (from 0) and folio of every anchor."""
    breaks: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    """By block id, where it goes on on a later page: letters and signs before that (white space and joiners not
    counted), and the folio."""
    folios: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    report: Mapping[str, int] = field(default_factory=dict)
    """What was counted: pages, lines, kashidas, units laid out."""
    phases: Mapping[str, float] = field(default_factory=dict)
    """Seconds of each phase; those of the workers are added up."""
    notes_called: int = 0
    notes_set: int = 0
    text: Mapping[str, str] = field(default_factory=dict)
    """By unit, the text of its laid-out boxes; a line each, notes at the foot of their page."""
    generated: Mapping[str, str] = field(default_factory=dict)
    """By unit, what the style sheet and the tool added."""


class _Clock:
    """Adds up phases."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._at = perf_counter()

    def lap(self, name: str) -> None:
        now = perf_counter()
        self.seconds[name] = self.seconds.get(name, 0.0) + now - self._at
        self._at = now

    def add(self, name: str, seconds: float) -> None:
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds


def print_job(
    job: Job,
    cache: Path | None,
    jobs: int,
    progress: Callable[[str], None],
    *,
    scheduler: str = "",
    staff: Staff | None = None,
) -> Pressed:
    """Print a job. `cache` is a folder for what may be kept; without one nothing is.

    With the address of a `scheduler` the units are laid out by its workers, which must see the same folder; else by a
    `staff` that was hired before, or by as many processes as `jobs` says.
    """
    variant_of(job)
    with ExitStack() as stack:
        folder = cache or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="press-")))
        crew: Crew | Company
        if scheduler:
            crew = stack.enter_context(Company(job, folder, scheduler))
        else:
            crew = Crew(job, folder, staff or stack.enter_context(Staff(jobs)))
        pressed = _Printing(job, Store(folder), crew, progress).print()
        if cache is not None:
            Store(folder).sweep()
        return pressed


class _Printing:
    """One job on its way."""

    def __init__(self, job: Job, store: Store, crew: Crew | Company, progress: Callable[[str], None]) -> None:
        self.job = job
        self.store = store
        self.crew = crew
        self.progress = progress
        self.clock = _Clock()
        self.keys = Keys(job)
        self.clock.lap("keys")

    def print(self) -> Pressed:
        """Lay out, finish, join."""
        try:
            return self._printed()
        except Unsettled as fault:
            return Pressed(b"", diagnostics=fault.diagnostics)

    def _printed(self) -> Pressed:
        settled = settle(self.job, self.keys, self.store, self.crew, self.progress)
        self.store.touch((kind, docket.key) for docket in settled.dockets for kind in ("docket", "sheaf"))
        self.clock.lap("setting")
        diagnostics = (*told(settled.dockets, self.job.called), *colour_faults(self.job, settled.dockets))
        if has_errors(diagnostics):
            return self._pressed(settled, b"", diagnostics)
        pdf = self._joined(settled)
        return self._pressed(settled, pdf, diagnostics)

    def _joined(self, settled: Settled) -> bytes:
        key = sha256(self.keys.book().encode() + b"".join(d.key.encode() for d in settled.dockets)).hexdigest()
        pdf = self.store.get("book", key)
        if pdf is not None:
            self.clock.lap("reading")
            return pdf
        ordered = order(settled.dockets, settled.found)
        tasks = [
            Finish(layout, docket, numbers, self.keys.piece(docket.key, numbers))
            for layout, docket, numbers in zip(settled.layouts, settled.dockets, ordered.numbers, strict=True)
        ]
        self.store.touch(("piece", task.key) for task in tasks)
        self._finish([task for task in tasks if not self.store.has("piece", task.key)])
        self.clock.lap("finishing")
        out = io.BytesIO()
        sources = Sources(lambda index: self._piece(tasks[index]), self._blob, self._font)
        join(self.job, settled.dockets, settled.pages, settled.found, ordered, sources, out)
        pdf = out.getvalue()
        self.store.put("book", key, pdf)
        self.clock.lap("joining")
        return pdf

    def _finish(self, tasks: Sequence[Task]) -> None:
        failures = self.crew.run(tasks, lambda _task, _result: None)
        if failures:
            raise Unsettled(*(fault_of(failure, self.job) for failure in failures))

    def _piece(self, task: Finish) -> Piece:
        """Return a finished unit; one that cannot be verified is finished again."""
        data = self.store.get("piece", task.key)
        if data is None:
            self._finish([task])
            data = self.store.get("piece", task.key)
        if data is None:
            raise LookupError("the cache does not keep what is put into it")
        return load_piece(data)

    def _blob(self, name: str) -> bytes:
        data = self.store.get("blob", name)
        if data is None:
            raise LookupError("the cache lost a picture while it was being joined")
        return data

    def _font(self, sha: str) -> bytes:
        path = next((face.path for face in self.job.faces if face.sha256 == sha), None)
        data = Path(path).read_bytes() if path else self.store.get("font", sha)
        if data is None or sha256(data).hexdigest() != sha:
            raise LookupError("a font file changed while it was in use")
        return data

    def _pressed(self, settled: Settled, pdf: bytes, diagnostics: tuple[Diagnostic, ...]) -> Pressed:
        dockets, pages = settled.dockets, settled.pages
        report = {"pages": pages.total, "rounds": settled.rounds, "units laid out": settled.laid_out}
        for docket in dockets:
            for name, count in docket.report:
                report[name] = report.get(name, 0) + count
            for name, seconds in docket.seconds:
                self.clock.add(f"{name} (workers)", seconds)
        breaks: dict[str, list[tuple[int, str]]] = {}
        for docket, first in zip(dockets, pages.firsts, strict=True):
            for run in docket.runs:
                breaks.setdefault(run.block, []).append((run.offset, pages.folios[first + run.page]))
        self.clock.lap("reporting")
        return Pressed(
            pdf=pdf,
            page_map=page_map(settled.found),
            breaks={block: tuple(found) for block, found in sorted(breaks.items())},
            folios=pages.folios,
            diagnostics=diagnostics,
            report=report,
            phases=self.clock.seconds,
            notes_called=sum(docket.notes_called for docket in dockets),
            notes_set=sum(docket.notes_set for docket in dockets),
            text={docket.unit: docket.text for docket in dockets},
            generated={docket.unit: docket.generated for docket in dockets},
        )
