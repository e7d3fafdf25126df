"""Runs of lines between blanks, and the short lines that open them."""

from collections.abc import Iterator, Sequence

from publisher.readers.plain.lines import Line
from publisher.readers.plain.opening import Opening

_SHORT = 4
_LONG = 6
_FEW = 3
"""Fewer runs than this are no habit."""
_SHARE = 0.6


def block_heads(lines: Sequence[Line], openings: Sequence[Opening]) -> frozenset[int]:
    """Return the short first lines of the runs, when most runs open with one and then go on with something else."""
    runs = [run for run in _runs(lines) if len(run) > 1 and run[0] > 0]
    heads = [run[0] for run in runs if _is_head(lines, openings, run)]
    listed = sum(_is_other(lines, openings, at + 1) for at in heads)
    habit = len(heads) >= _FEW and len(heads) >= _SHARE * len(runs) and listed >= _SHARE * len(heads)
    return frozenset(heads) if habit else frozenset()


def _runs(lines: Sequence[Line]) -> Iterator[range]:
    first = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i].blanks_before:
            yield range(first, i)
            first = i


def _is_head(lines: Sequence[Line], openings: Sequence[Opening], run: range) -> bool:
    line = lines[run[0]]
    return line.words <= _SHORT and line.ending == "" and openings[run[0]].label is None and not line.prefix


def _is_other(lines: Sequence[Line], openings: Sequence[Opening], i: int) -> bool:
    """Whether a line is no short line: an item, a field, a sentence."""
    return openings[i].label is not None or bool(lines[i].prefix) or lines[i].words > _LONG
