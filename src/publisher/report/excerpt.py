"""The line of a diagnostic as it is shown: cut to a window around the place, its hidden characters made visible."""

import unicodedata
from dataclasses import dataclass

from publisher.arabic.letters import INVISIBLE
from publisher.source import SourceFile, Span

WINDOW = 48
"""Characters shown on each side of the place."""
_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset("\u200e\u200f\u061c")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line around a place: what is before it, the whole words of it, what is after."""

    before: str
    marked: str
    after: str


def excerpt(source: SourceFile, span: Span) -> Excerpt | None:
    """Return the excerpt for a span, or None where the file has no such line."""
    if span.line > len(source.line_starts):
        return None
    line = source.line_text(span.line)
    offset = source.line_starts[span.line - 1]
    start = min(max(span.start - offset, 0), len(line))
    end = min(max(span.end - offset, start), len(line))
    if not line.strip():
        return None
    start, end = _whole_words(line, start, end)
    first, last = max(0, start - WINDOW), min(len(line), end + WINDOW)
    if end - start > 2 * WINDOW:
        end = last = start + 2 * WINDOW
    return Excerpt(
        ("…" if first else "") + visible(line[first:start].lstrip() if not first else line[first:start]),
        visible(line[start:end]),
        visible(line[end:last]) + ("…" if last < len(line) else ""),
    )


def named(source: SourceFile, span: Span) -> str:
    """Return code point and Unicode name where the span is one character, else nothing."""
    character = source.text[span.start : span.end]
    if len(character) != 1 or character in "\n\ufffd":
        return ""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def spoken(message: str) -> str:
    """Return a message as `visible` does, but with the plain marks of direction that our own sentences hold."""
    return "".join(c if c in _MARKS else visible(c) for c in message)


def visible(text: str) -> str:
    """Return text in which controls of direction and of the terminal are shown as code points."""
    return "".join(f"<U+{ord(c):04X}>" if _is_hidden(c) else " " if c in "\t\n" else c for c in text)


def _is_hidden(character: str) -> bool:
    if character in "\t\n" or character in _JOINERS:
        return False
    return character in INVISIBLE or unicodedata.category(character) in {"Cc", "Cs", "Co", "Zl", "Zp"}


def _whole_words(line: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to whole words: a mark inside a word would break its joining."""
    if start == end:
        end = min(end + 1, len(line))
    while 0 < start < len(line) and not line[start].isspace() and not line[start - 1].isspace():
        start -= 1
    while 0 < end < len(line) and not line[end - 1].isspace() and not line[end].isspace():
        end += 1
    return start, end
