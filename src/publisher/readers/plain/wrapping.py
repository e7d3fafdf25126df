"""Lines that an editor or a mail program broke at a width, joined again.

A line was broken by a machine when the word that opens the next line would not have fitted in it. A chunk (lines
without a blank between) is joined where that holds for nearly all of its breaks, at the width that the file shows.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from publisher.readers.plain.credit import is_byline
from publisher.readers.plain.labels import read_label
from publisher.readers.plain.lines import Line, joined
from publisher.readers.plain.verse import halves, is_weak

NARROWEST, WIDEST = 40, 110
"""Widths, in characters, at which text is wrapped."""

_SLACK = 2
_RAGGED = 0.7
_FEW = 3
_WITHIN = 0.75
"""Share of full lines that end within a sentence where lines are wrapped, whatever the others are like."""
_OPAQUE = ("|", "```", "~~~", ">", "#")


def unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with those that were hard-wrapped made whole."""
    width = _width(lines)
    if width is None:
        return tuple(lines)
    reached = _reached(lines)
    out: list[Line] = []
    for chunk in _chunks(lines):
        out += _rejoined(chunk, width, reached)
    return tuple(out)


def _chunks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for line in lines:
        if chunk and line.blanks_before:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _extent(line: Line) -> int:
    return line.indent + len(line.text)


def _width(lines: Sequence[Line]) -> int | None:
    """Return the width the file is wrapped at, or None when it is not."""
    extents = sorted(_extent(line) for line in lines)
    if len(extents) < 4 or extents[-1] < NARROWEST:
        return None
    within = [e for e in extents if e <= WIDEST]
    if len(within) < 0.9 * len(extents):
        return None
    width = within[-1]
    breaks = [pair for chunk in _chunks(lines) for pair in pairwise(chunk) if _may_join(*pair)]
    full = [_is_full(before, after, width) for before, after in breaks if _extent(before) > width * 0.5]
    broken = [not before.is_sentence for before, after in breaks if _is_full(before, after, width)]
    most = sum(full) >= 0.6 * len(full) and sum(broken) >= 0.5 * len(broken)
    within_sentences = sum(broken) >= _WITHIN * len(broken)
    return width if sum(full) >= _FEW and (most or within_sentences) else None


def _is_full(before: Line, after: Line, width: int) -> bool:
    return _extent(before) + 1 + len(after.text.split(None, 1)[0]) > width - _SLACK - width // 12


def _may_join(before: Line, after: Line) -> bool:
    if "\t" in before.text or "\t" in after.text or before.text.startswith(_OPAQUE) or after.text.startswith(_OPAQUE):
        return False
    if halves(before.text) is not None and halves(after.text) is not None:
        return False
    if _is_bayt(before.text) or (before.ending in (":", ".", "!", "؟") and _is_bayt(after.text)):
        return False
    if (before.leads and after.text[0] in "﴿«") or is_byline(after.text):
        return False
    label = read_label(after.text)
    return label is None or (label.is_bare and not label.form.startswith("noun"))


def _reached(lines: Sequence[Line]) -> frozenset[tuple[str, tuple[int, ...]]]:
    """Return the places of all series that lines open with."""
    labels = [label for line in lines if (label := read_label(line.text)) is not None]
    return frozenset((label.form, value) for label in labels for value in label.values)


def _is_by_chance(before: Line, after: Line, reached: Container[tuple[str, tuple[int, ...]]]) -> bool:
    """Whether a line within a sentence opens with what looks like a label, but no line opens with the one before it."""
    label = read_label(after.text)
    if label is None or label.is_bullet or before.ending not in ("", "،"):
        return False
    return all(v[-1] > 1 and (label.form, (*v[:-1], v[-1] - 1)) not in reached for v in label.values)


def _is_ragged(before: Line, width: int) -> bool:
    """Whether a line that ends within a sentence is nearly as long as the others: broken by hand."""
    return before.ending == "" and _extent(before) > _RAGGED * width


def _is_bayt(text: str) -> bool:
    """Whether a line is surely two halves: what parts them is not met in prose."""
    cut = halves(text)
    return cut is not None and not is_weak(text[cut[0] : cut[1]])


def _rejoined(chunk: Sequence[Line], width: int, reached: Container[tuple[str, tuple[int, ...]]]) -> Iterator[Line]:
    group = [chunk[0]]
    for before, after in pairwise(chunk):
        full = _is_full(before, after, width)
        if (full and (_may_join(before, after) or _is_by_chance(before, after, reached))) or (
            _is_ragged(before, width) and _may_join(before, after)
        ):
            group.append(after)
        else:
            yield joined(group) if len(group) > 1 else group[0]
            group = [after]
    yield joined(group) if len(group) > 1 else group[0]
