"""Where a thing stands in the manuscript: source files and spans.

Offsets count code points from 0; lines and columns count from 1, as editors show them.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one manuscript file."""

    file: str
    """Name of the file, relative to the book."""
    start: int
    """First code point, from 0."""
    end: int
    """Code point after the last."""
    line: int
    """Line of the first code point, from 1."""
    column: int
    """Column of the first code point, from 1, in code points."""


@dataclass(frozen=True)
class SourceFile:
    """A decoded manuscript file: NFC text whose lines end in a line feed."""

    name: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of each line's first code point."""
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return tuple(starts)

    def span(self, start: int, end: int) -> Span:
        """Return the span of `text[start:end]`."""
        line = bisect_right(self.line_starts, start)
        return Span(self.name, start, end, line, start - self.line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """Return the span of a whole line (from 1), without its line end."""
        start = self.line_starts[line - 1]
        end = self.text.find("\n", start)
        return Span(self.name, start, len(self.text) if end < 0 else end, line, 1)

    def line_text(self, line: int) -> str:
        """Return the text of a line (from 1), without its line end."""
        span = self.line_span(line)
        return self.text[span.start : span.end]
