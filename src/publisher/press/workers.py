"""The crew of one book: its tasks handed to the staff, the first first. One that dies is reported, the rest goes on."""

from collections.abc import Callable, Iterable
from multiprocessing.connection import wait
from pathlib import Path

from publisher.press.bench import Bench, done_with
from publisher.press.job import Job
from publisher.press.staff import Brief, Hand, Staff
from publisher.press.tasks import Failure, Task, unit_of

Done = Callable[[Task, bytes], None]


class Crew:
    """Does many tasks, in this process or in several."""

    def __init__(self, job: Job, folder: Path, staff: Staff) -> None:
        self._staff = staff
        self._brief = Brief(job.without_units(), folder)
        self._bench = Bench(job, folder)

    def run(self, tasks: Iterable[Task], done: Done) -> list[Failure]:
        """Do the tasks in their order; tell `done` of each result. Return what failed."""
        waiting = list(tasks)
        if len(waiting) > 1 and self._staff.jobs > 1:
            self._staff.hire(len(waiting))
        if not self._staff.hands:
            return self._run_here(waiting, done)
        waiting.reverse()
        failures: list[Failure] = []
        for hand in self._staff.hands[: len(waiting)]:
            self._give(hand, waiting.pop())
        while any(hand.task for hand in self._staff.hands):
            self._attend(waiting, done, failures)
        return failures

    def _run_here(self, tasks: list[Task], done: Done) -> list[Failure]:
        failures: list[Failure] = []
        for task in tasks:
            _take(task, done_with(self._bench, task), done, failures)
        return failures

    def _attend(self, waiting: list[Task], done: Done, failures: list[Failure]) -> None:
        """Wait for some process; take its result and give it the next task."""
        busy = {hand.pipe: hand for hand in self._staff.hands if hand.task}
        for pipe in wait(list(busy)):
            hand = busy[pipe]
            task = hand.task
            assert task is not None  # noqa: S101 - only the busy ones are waited for
            hand.task = None
            try:
                outcome = hand.pipe.recv()
            except (EOFError, OSError):
                dead, hand = hand, self._staff.replace(hand)
                failures.append(Failure(unit_of(task), str(dead.process.exitcode), is_death=True))
            else:
                _take(task, outcome, done, failures)
            if waiting:
                self._give(hand, waiting.pop())

    def _give(self, hand: Hand, task: Task) -> None:
        """Give a process a task; one that died while it was idle is replaced."""
        try:
            hand.give(task, self._brief)
        except OSError:
            self._staff.replace(hand).give(task, self._brief)


def _take(task: Task, outcome: tuple[bool, bytes | str], done: Done, failures: list[Failure]) -> None:
    """Tell of a task's result, or take down why there is none."""
    is_done, result = outcome
    if is_done and isinstance(result, bytes):
        done(task, result)
    else:
        failures.append(Failure(unit_of(task), str(result), is_death=False))
