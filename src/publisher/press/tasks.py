"""What the press asks of a process: to lay a unit out, or to finish its pack; and what is told of a task that failed."""

from typing import NamedTuple

from publisher.press.facts import Facts
from publisher.press.finishing import Numbers
from publisher.press.job import Unit
from publisher.press.pack import Docket


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


def unit_of(task: Task) -> str:
    """Return the unit that a task is about."""
    return task.unit.id if isinstance(task, Layout) else task.docket.unit
