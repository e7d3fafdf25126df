"""A crew on other machines: the same tasks handed to a Dask scheduler, for a house with many books.

Needs the package `distributed` here and on the workers, and a cache folder that all of them share. The engine is not made
for threads: a worker process does one task at a time, whatever number of threads it has.
"""

from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Final, Self

from publisher.diagnostic import Said, Stop, error
from publisher.press.bench import Bench, done_with
from publisher.press.job import Job
from publisher.press.tasks import Failure, Task, unit_of

NO_SCHEDULER: Final = error(
    "no-scheduler",
    Said("تعذّر الاتصال بالمجدول {address}: {reason}", "the scheduler {address} cannot be reached: {reason}"),
    Said("تحقّق من العنوان، وثبّت الإضافة: publisher[cluster].", "check the address; it needs publisher[cluster]."),
)
_PATIENCE: Final = 15.0
"""Seconds after which a scheduler that does not answer is not there."""
_ATTRIBUTE: Final = "press_benches"
_KEPT: Final = 2
"""Books whose shop a worker keeps open."""


class Company:
    """Does many tasks through a scheduler. Raises Stop where there is none."""

    def __init__(self, job: Job, folder: Path, address: str) -> None:
        if find_spec("distributed") is None:
            raise Stop(NO_SCHEDULER.at(None, address=address, reason="distributed"))
        from distributed import Client

        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as fault:
            raise Stop(NO_SCHEDULER.at(None, address=address, reason=str(fault))) from fault
        self._folder = folder.resolve()
        self._job = self._client.scatter(job.without_units(), broadcast=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def run(self, tasks: Iterable[Task], done: Callable[[Task, bytes], None]) -> list[Failure]:
        """Do the tasks, the first first; tell `done` of each result. Return what failed."""
        from distributed import as_completed

        waiting = list(tasks)
        given = {
            self._client.submit(work, self._job, self._folder, task, pure=False, priority=-i): task
            for i, task in enumerate(waiting)
        }
        failures = []
        for future in as_completed(given, loop=self._client.loop):
            task = given[future]
            if future.status != "finished":
                failures.append(Failure(unit_of(task), str(future.exception()), is_death=True))
                continue
            is_done, result = future.result()
            if is_done:
                done(task, result)
            else:
                failures.append(Failure(unit_of(task), result, is_death=False))
        return failures


def work(job: Job, folder: Path, task: Task) -> tuple[bool, bytes | str]:
    """Do a task on a worker of the scheduler; its shop stays open for the next one of the same book."""
    from distributed import get_worker

    worker: Any = get_worker()
    lock, benches = worker.__dict__.setdefault(_ATTRIBUTE, (Lock(), []))
    with lock:
        bench = next((b for b in benches if b.store.folder == folder and (b.job is job or b.job == job)), None)
        if bench is None:
            bench = Bench(job, folder)
            benches[_KEPT - 1 :] = []
            benches.insert(0, bench)
        return done_with(bench, task)
