"""The crew: processes that lay units out and finish them, the longest first. One that dies is reported, the rest goes on.

This module is imported in the joiner's process too: the engine is imported where a unit is laid out, not here.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from publisher.press.cache import Store
from publisher.press.facts import Facts
from publisher.press.finishing import Numbers, dump_piece, finish
from publisher.press.job import Job, Unit
from publisher.press.pack import Docket, dump_docket, dump_sheaf, load_sheaf

_PATIENCE: Final = 2.0
"""Seconds after which an idle worker looks whether its parent still lives."""


class Layout(NamedTuple):
    """A unit to be laid out."""

    unit: Unit
    facts: Facts
    key: str


class Finish(NamedTuple):
    """A pack to be finished."""

    layout: Layout
    """How it was made, should it be gone."""
    docket: Docket
    numbers: Numbers
    key: str


Task = Layout | Finish


class Failure(NamedTuple):
    """A task that came to nothing."""

    unit: str
    reason: str
    is_death: bool


class Bench:
    """Does tasks, in whatever process it stands."""

    def __init__(self, job: Job, folder: Path) -> None:
        self.job = job
        self.store = Store(folder)
        self._shop: Any = None
        self._faces = {face.sha256 for face in job.faces}

    def do(self, task: Task) -> bytes:
        """Do a task; a laid-out unit's docket is returned, everything else goes into the store."""
        return self._lay_out(task) if isinstance(task, Layout) else self._finish(task)

    def _lay_out(self, task: Layout) -> bytes:
        from publisher.press.shop import Shop, swept

        if self._shop is None:
            self._shop = Shop(self.job)
        with swept():
            return self._packed(task)

    def _packed(self, task: Layout) -> bytes:
        from publisher.press.packing import pack_unit

        packed = pack_unit(self._shop, task.unit, task.facts, task.key)
        for name, data in packed.blobs.items():
            if not self.store.has("blob", name):
                self.store.put("blob", name, data)
        for name, data in packed.fonts.items():
            if name not in self._faces and not self.store.has("font", name):
                self.store.put("font", name, data)
        self.store.put("sheaf", task.key, dump_sheaf(packed.sheaf))
        docket = dump_docket(packed.docket)
        self.store.put("docket", task.key, docket)
        return docket

    def _finish(self, task: Finish) -> bytes:
        sheaf = self.store.get("sheaf", task.docket.key)
        if sheaf is None:
            self._lay_out(task.layout)
            sheaf = self.store.get("sheaf", task.docket.key)
        if sheaf is None:
            raise LookupError("the cache does not keep what is put into it")
        self.store.put("piece", task.key, dump_piece(finish(task.docket, load_sheaf(sheaf), task.numbers)))
        return b""


class _Worker:
    """A process with its pipe and the task that it has."""

    def __init__(self, context: Any, job: Job, folder: Path) -> None:
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=serve, args=(other, job, folder), daemon=True)
        self.process.start()
        other.close()
        self.task: Task | None = None

    def give(self, task: Task) -> None:
        self.task = task
        self.pipe.send(task)

    def stop(self) -> None:
        """End the process: at once when it still has a task, since nobody waits for it any more."""
        if self.task is not None:
            self.process.kill()
        with suppress(OSError):
            self.pipe.send(None)
        self.process.join()


def serve(pipe: Connection, job: Job, folder: Path) -> None:
    """Do tasks from a pipe until it closes."""
    bench = Bench(job, folder)
    parent = os.getppid()
    while os.getppid() == parent:
        try:
            if pipe.poll(_PATIENCE):
                task = pipe.recv()
                if task is None:
                    return
                pipe.send(done_with(bench, task))
        except (EOFError, OSError):
            return


def done_with(bench: Bench, task: Task) -> tuple[bool, bytes | str]:
    """Do a task; return whether it was done, and its result or what went wrong."""
    try:
        return True, bench.do(task)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is reported with its unit
        return False, f"{type(fault).__name__}: {fault}"


class Crew:
    """Does many tasks, in this process or in several."""

    def __init__(self, job: Job, folder: Path, jobs: int) -> None:
        self.job = job
        self.folder = folder
        self.jobs = jobs
        self._bench = Bench(job, folder)
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()

    def run(self, tasks: Iterable[Task], done: Callable[[Task, bytes], None]) -> list[Failure]:
        """Do the tasks in their order; tell `done` of each result. Return what failed."""
        waiting = list(tasks)
        if self.jobs == 1 or len(waiting) < 2:
            return self._run_here(waiting, done)
        waiting.reverse()
        failures: list[Failure] = []
        while len(self._workers) < min(self.jobs, len(waiting)):
            self._workers.append(self._hired())
        for worker in self._workers:
            if waiting:
                worker.give(waiting.pop())
        while any(worker.task for worker in self._workers):
            self._attend(waiting, done, failures)
        return failures

    def _run_here(self, tasks: list[Task], done: Callable[[Task, bytes], None]) -> list[Failure]:
        failures = []
        for task in tasks:
            is_done, result = done_with(self._bench, task)
            if isinstance(result, bytes) and is_done:
                done(task, result)
            else:
                failures.append(Failure(unit_of(task), str(result), is_death=False))
        return failures

    def _hired(self) -> _Worker:
        method = (
            "fork" if "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1 else "spawn"
        )
        return _Worker(multiprocessing.get_context(method), self.job, self.folder)

    def _attend(self, waiting: list[Task], done: Callable[[Task, bytes], None], failures: list[Failure]) -> None:
        """Wait for some worker; take its result and give it the next task."""
        busy = {worker.pipe: worker for worker in self._workers if worker.task}
        for pipe in wait(list(busy)):
            worker = busy[pipe]
            task = worker.task
            assert task is not None  # noqa: S101 - only the busy ones are waited for
            worker.task = None
            try:
                is_done, result = worker.pipe.recv()
            except (EOFError, OSError):
                worker.process.join()
                failures.append(Failure(unit_of(task), str(worker.process.exitcode), is_death=True))
                self._workers.remove(worker)
                worker = self._hired()
                self._workers.append(worker)
            else:
                if is_done:
                    done(task, result)
                else:
                    failures.append(Failure(unit_of(task), result, is_death=False))
            if waiting:
                worker.give(waiting.pop())


def unit_of(task: Task) -> str:
    """Return the unit that a task is about."""
    return task.unit.id if isinstance(task, Layout) else task.docket.unit
