"""The staff: processes that do tasks. The first are hired while the manuscript is still being read.

What takes a second before the first line is set, importing the engine, is then done meanwhile.
"""

import multiprocessing
import os
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from publisher.press.bench import Bench, done_with
from publisher.press.job import Job
from publisher.press.tasks import Task

_PATIENCE: Final = 2.0
"""Seconds after which an idle process looks whether its parent still lives."""
_FAREWELL: Final = 5.0
"""Seconds that a process has to end when it is told to."""
_EARLY: Final = 2
"""Processes that are hired before it is known how much there is to do."""


class Brief(NamedTuple):
    """What a process is told of a book before its first task."""

    job: Job
    folder: Path


class Hand:
    """A process with its pipe, the brief that it knows, and the task that it has."""

    def __init__(self) -> None:
        methods = multiprocessing.get_all_start_methods()
        method = "fork" if "fork" in methods and threading.active_count() == 1 else "spawn"
        context: Any = multiprocessing.get_context(method)
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=serve, args=(other, os.getpid()), daemon=True)
        self.process.start()
        other.close()
        self.task: Task | None = None
        self._brief: Brief | None = None

    def give(self, task: Task, brief: Brief) -> None:
        """Hand over a task of a book."""
        self.task = task
        if brief is not self._brief:
            self.pipe.send(brief)
            self._brief = brief
        self.pipe.send(task)

    def stop(self) -> None:
        """End the process: one that has worked and rests clears away what it laid down, no other is waited for."""
        if self._brief is None or self.task is not None:
            self.process.kill()
        with suppress(OSError):
            self.pipe.send(None)
        self.process.join(_FAREWELL)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


def serve(pipe: Connection, parent: int) -> None:
    """Do tasks from a pipe until it closes, or until the parent is gone: siblings may hold the pipe open."""
    with suppress(ImportError, OSError):  # where it is missing, the first task will say so
        import publisher.composer
        import publisher.press.packing
        import publisher.press.shop  # noqa: F401 - the engine, before there is a task

    bench: Bench | None = None
    while os.getppid() == parent:
        try:
            if not pipe.poll(_PATIENCE):
                continue
            message = pipe.recv()
            if message is None:
                return
            if isinstance(message, Brief):
                bench = Bench(*message)
            elif bench is not None:
                pipe.send(done_with(bench, message))
        except (EOFError, OSError):
            return


class Staff:
    """The processes that may work at the same time."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.hands: list[Hand] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for hand in self.hands:
            hand.stop()

    def hire_early(self) -> None:
        """Hire the first processes, if more than one may work."""
        if self.jobs > 1:
            self.hire(_EARLY)

    def hire(self, number: int) -> None:
        """See that there are as many processes, or as many as may be."""
        while len(self.hands) < min(number, self.jobs):
            self.hands.append(Hand())

    def replace(self, dead: Hand) -> Hand:
        """Return a process in the place of one that died."""
        dead.process.join()
        self.hands.remove(dead)
        self.hands.append(Hand())
        return self.hands[-1]
