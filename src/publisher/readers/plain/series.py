"""Series: labels of one form whose numbers follow one another, gathered over the whole file and judged as one.

A member of a series is what its fellows are: one decision is made for all, from what is seen of each.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from publisher.readers.plain.claim import Reason
from publisher.readers.plain.labels import Label

Value = tuple[int, ...]


@dataclass
class Series:
    """A run of labels, while it is gathered and after."""

    form: str
    lines: list[int] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    standing: list[tuple[Reason, ...]] = field(default_factory=list)
    total: float = 0.0
    """What its members weigh for headings, all together."""
    faults: int = 0
    """Places where the numbers skip, or do not begin with one."""

    @property
    def last(self) -> Value:
        """The number reached."""
        return self.values[-1]

    @property
    def mean(self) -> float:
        """What its members weigh for headings, on average."""
        return self.total / len(self.standing)

    def add(self, line: int, value: Value, label: Label, standing: tuple[Reason, ...]) -> None:
        """Take in a member."""
        self.lines.append(line)
        self.values.append(value)
        self.labels.append(label)
        self.standing.append(standing)
        self.total += sum(r.weight for r in standing)


_OPENING_COST = 1.1
_ODD_START = 3.0
_SKIP = 1.6
_MARK = 0.8
_DEPTH = 0.35
_ADJACENT = 1.0
"""What it saves that a number stands right below the one before it."""
_DEEPEST = 12
_FARTHEST = 4
_NO_SKIP = ("letter", "latin", "LATIN")


def gather(entries: Iterable[tuple[int, Label]], standing: Callable[[int], tuple[Reason, ...]]) -> list[Series]:
    """Return the series of the labelled lines of a file, in the order of their first members."""
    found: list[Series] = []
    stacks: dict[str, list[Series]] = {}
    for line, label in entries:
        stack = stacks.setdefault(label.form, [])
        reasons = standing(line)
        weight = sum(r.weight for r in reasons)
        fits = [
            fit
            for depth, series in enumerate(reversed(stack[-_DEEPEST:]))
            for fit in _fits(series, line, label, weight, depth)
        ]
        best = min(fits, key=lambda fit: fit[0], default=None)
        value, cost = _start(label)
        if best is None or cost < best[0]:
            series = Series(label.form, faults=int(cost > _OPENING_COST))
            stack.append(series)
            found.append(series)
        else:
            cost, value, series = best
            series.faults += not _follows(series.last, value, label)
            while stack[-1] is not series:
                stack.pop()
        series.add(line, value, label, reasons)
    return found


def _start(label: Label) -> tuple[Value, float]:
    first = next((v for v in label.values if v[-1] == 1), None)
    return (first, _OPENING_COST) if first is not None else (label.values[0], _ODD_START)


def _fits(series: Series, line: int, label: Label, weight: float, depth: int) -> Iterable[tuple[float, Value, Series]]:
    cost = min(abs(weight - series.mean), 4.0) * 0.4 + _DEPTH * depth + _MARK * (series.labels[-1].mark != label.mark)
    cost -= _ADJACENT * (line == series.lines[-1] + 1)
    for value in label.values:
        if _follows(series.last, value, label):
            yield cost, value, series
        elif (
            len(value) == len(series.last)
            and series.last < value
            and value[-1] <= series.last[-1] + _FARTHEST
            and label.form not in _NO_SKIP
            and len(value) == 1
        ):
            yield cost + _SKIP, value, series


def _follows(last: Value, value: Value, label: Label) -> bool:
    if len(last) != len(value):
        return False
    if label.is_repeated:
        return value == last
    if value[:-1] == last[:-1]:
        return value[-1] == last[-1] + 1
    return value[-1] == 1 and value[:-1] > last[:-1]


def order_of_levels(entries: Sequence[Label]) -> int:
    """Return 0 when numbers of several levels are typed with the outer first (2.1: the first of the second), else 1."""
    scores = [0, 0]
    for order in (0, 1):
        reached: set[Value] = set()
        for label in entries:
            value = label.values[order if len(label.values) > 1 else 0]
            scores[order] += value[-1] == 1 or (*value[:-1], value[-1] - 1) in reached
            reached.add(value)
    return int(scores[1] > scores[0])
