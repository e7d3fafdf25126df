"""A run of inlines seen as one line of text, so that a rule sees across element boundaries and changes words only.

What may not be changed stands in the line as one placeholder: code, formulas, foreign words, the Qur'an, references,
calls of notes. Everything the rules change is given back to the `Text` it came from.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from publisher.arabic.classes import LETTER, MARK
from publisher.nodes import (
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteRef,
    PageNumber,
    PageRef,
    Reference,
    Scripture,
    Styled,
    Text,
)
from publisher.source import SourceFile, Span
from publisher.walk.latin import untouched

FOREIGN = "\ufffc"
"""Stands for code, a formula, a picture, foreign words."""
ARABIC = "\ufff9"
"""Stands for Arabic words that no rule changes: a reference, words of the Qur'an."""
CALL = "\ufffa"
"""Stands for the call of a note."""
BREAK = "\n"
"""Stands for a forced end of line."""

WORD = f"{LETTER}{MARK}ـ\u200c\u200d{ARABIC}"
"""What an Arabic word of a line is made of, for a character class."""

PLACEHOLDERS = frozenset({FOREIGN, ARABIC, CALL, BREAK})


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to a stretch of the line."""

    start: int
    end: int
    after: str


@dataclass(frozen=True)
class Piece:
    """One leaf of the run: its text now, where each character came from, whether it may change."""

    text: str
    origins: Sequence[int]
    """Offset in the leaf as it was read, one a character."""
    leaf: Text | None
    """None for what may not change."""


@dataclass(frozen=True)
class Flat:
    """The line of one run."""

    pieces: tuple[Piece, ...]
    kind: str = "text"
    """Where the run stands: `text`, `dialogue`, `title`, `cell`, `metadata`."""

    @cached_property
    def text(self) -> str:
        """The whole line."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character of the line."""
        return frozenset(self.text)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Offset of each piece in the line."""
        return (0, *accumulate(len(piece.text) for piece in self.pieces))[:-1]

    @cached_property
    def _untouched(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        spans = untouched(self.text)
        return tuple(start for start, _ in spans), tuple(end for _, end in spans)

    def may_change(self, start: int, end: int) -> bool:
        """Whether a stretch is Arabic running text; an empty one may be inserted at an edge of what is untouched."""
        if any(c in PLACEHOLDERS for c in self.text[start:end]):
            return False
        starts, ends = self._untouched
        before = bisect_right(starts, start) - 1
        if before >= 0 and ends[before] > start and (start > starts[before] or end > start):
            return False
        return before + 1 >= len(starts) or starts[before + 1] >= end

    def owner(self, edit: Edit) -> int | None:
        """Return the index of the changeable piece that an edit belongs to, or None; an insertion follows its text."""
        index = bisect_right(self.starts, edit.start) - 1
        is_insertion = edit.start == edit.end
        for candidate in (index - 1, index, index + 1) if is_insertion else (index,):
            if 0 <= candidate < len(self.pieces) and self.pieces[candidate].leaf is not None:
                start = self.starts[candidate]
                if start <= edit.start <= start + len(self.pieces[candidate].text):
                    return candidate
        return None

    def place(self, edit: Edit, sources: Mapping[str, SourceFile]) -> tuple[Span | None, bool]:
        """Return where an edit stands in the manuscript, and whether that is the very stretch and not text around it."""
        owner = self.owner(edit)
        piece = self.pieces[owner] if owner is not None else None
        if piece is None or owner is None or piece.leaf is None or piece.leaf.span is None:
            return None, False
        span, read = piece.leaf.span, piece.leaf.text
        origins = (*piece.origins, len(read))
        start, end = edit.start - self.starts[owner], edit.end - self.starts[owner]
        source = sources.get(span.file)
        if source is None or end >= len(origins) or source.text[span.start : span.end] != read:
            return span, False
        first, last = origins[start], origins[end]
        is_exact = read[first:last] == self.text[edit.start : edit.end]
        return source.span(span.start + first, span.start + last), is_exact

    def changed(self, edits: Sequence[Edit]) -> "Flat":
        """Return the line after edits: in order, apart, each with an owner."""
        cuts: dict[int, list[Edit]] = defaultdict(list)
        for edit in edits:
            owner = self.owner(edit)
            for index in range(bisect_right(self.starts, edit.start) - 1, bisect_left(self.starts, edit.end)):
                if index != owner:
                    cuts[index].append(self._local(edit, index, ""))
            if owner is not None:
                cuts[owner].append(self._local(edit, owner, edit.after))
        pieces = (_recut(piece, cuts[i]) if i in cuts else piece for i, piece in enumerate(self.pieces))
        return Flat(tuple(pieces), self.kind)

    def _local(self, edit: Edit, index: int, after: str) -> Edit:
        length, start = len(self.pieces[index].text), self.starts[index]
        return Edit(min(max(edit.start - start, 0), length), min(max(edit.end - start, 0), length), after)


def _recut(piece: Piece, cuts: Sequence[Edit]) -> Piece:
    texts: list[str] = []
    origins: list[int] = []
    at = 0
    for cut in cuts:
        texts += [piece.text[at : cut.start], cut.after]
        origins += piece.origins[at : cut.start]
        origin = piece.origins[cut.start] if cut.start < len(piece.origins) else _end(piece)
        origins += [origin] * len(cut.after)
        at = cut.end
    return Piece("".join((*texts, piece.text[at:])), (*origins, *piece.origins[at:]), piece.leaf)


def _end(piece: Piece) -> int:
    return len(piece.leaf.text) if piece.leaf is not None else 0


def flatten(run: Inlines, kind: str = "text") -> Flat:
    """Return the line of a run."""
    return Flat(tuple(_pieces(run)), kind)


def _pieces(run: Inlines) -> Iterator[Piece]:
    for inline in run:
        match inline:
            case Text(text=text):
                yield Piece(text, range(len(text)), inline)
            case Styled(content=content) | Link(content=content):
                yield from _pieces(content)
            case NoteRef():
                yield Piece(CALL, (0,), None)
            case Reference() | Scripture() | PageRef() | PageNumber():
                yield Piece(ARABIC, (0,), None)
            case LineBreak():
                yield Piece(BREAK, (0,), None)
            case _:
                yield Piece(FOREIGN, (0,), None)


def restored(run: Inlines, flat: Flat) -> Inlines:
    """Return the run with the words of its line put back; a `Text` that was emptied is left out."""
    return _restored(run, iter(flat.pieces))


def _restored(run: Inlines, pieces: Iterator[Piece]) -> Inlines:
    made: list[Inline] = []
    for inline in run:
        if isinstance(inline, Styled | Link):
            made.append(replace(inline, content=_restored(inline.content, pieces)))
            continue
        piece = next(pieces)
        if not isinstance(inline, Text) or piece.text == inline.text:
            made.append(inline)
        elif piece.text:
            made.append(replace(inline, text=piece.text))
    return tuple(made)
