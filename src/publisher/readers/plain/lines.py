"""The lines of a plain manuscript and what can be seen of each before any decision.

A `Line` is one line as the author meant it: hard-wrapped lines are already one (see `wrapping`), bidi controls
and blanks at its edges are not in its text, and every place in its text leads back to the file.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from publisher.arabic.letters import BIDI_CONTROLS
from publisher.source import SourceFile

BLANK = " \t\r\v\f\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\u2028\u2029\x1c\x1d\x1e\x1f\x85"
"""White space, and what weighs nothing at the edge of a line."""

EDGE = BLANK + "".join(sorted(BIDI_CONTROLS))

TERMINAL = ".؟?!…۔"
"""Signs that end a sentence."""
SUSPENDED = "،,؛;"
"""Signs after which the sentence goes on."""

_CLOSERS = "»\"”’')]}﴾*_" + "".join(sorted(BIDI_CONTROLS))
_TAB = 4
_PREFIX = re.compile(r"([^\s:][^:.،؟!]{0,30}?)\s*:\s*\S")
_DIGITS = re.compile(r"[0-9٠-٩۰-۹]+")


@dataclass(frozen=True)
class Line:
    """A line with words."""

    text: str
    """Without the blanks at its edges."""
    pieces: tuple[tuple[int, int], ...]
    """Places in `text` from which on it was typed at a place of the file; more than one when lines were joined."""
    end: int
    """Place in the file after the last character."""
    number: int
    """Line in the file, from 1."""
    indent: int
    """Columns of white space before it."""
    blanks_before: int
    """Blank lines above."""
    blanks_after: int
    """Blank lines below; the last line has many."""

    @property
    def start(self) -> int:
        """Place in the file of the first character."""
        return self.pieces[0][1]

    def place(self, at: int) -> int:
        """Return the place in the file of a place in the text."""
        if at >= len(self.text):
            return self.end
        text_start, file_start = self.pieces[bisect_right(self.pieces, (at, 1 << 60)) - 1]
        return file_start + at - text_start

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @cached_property
    def ending(self) -> str:
        """The last sign, closing quotes and brackets apart; empty when the line ends in a letter or digit."""
        bare = self.text.rstrip(_CLOSERS)
        last = bare[-1:]
        return last if last in TERMINAL or last in SUSPENDED or last == ":" else ""

    @cached_property
    def prefix(self) -> str:
        """The words before its first colon when more follows it, without digits (س1: → س)."""
        found = _PREFIX.match(self.text)
        return _DIGITS.sub("", found[1]).strip() if found else ""

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.ending != "" and self.ending in TERMINAL

    @property
    def leads(self) -> bool:
        """Whether it ends in a colon."""
        return self.ending == ":"


END_OF_FILE = 99
"""Blank lines that are taken to follow the last line, and to precede the first."""


def scan(source: SourceFile) -> tuple[Line, ...]:
    """Return the lines of a file that have words, as typed."""
    found: list[tuple[int, int, int, int, str]] = []
    at = 0
    for number, raw in enumerate(source.text.split("\n"), 1):
        core = raw.strip(EDGE)
        if core:
            lead = raw[: raw.index(core[0])] if raw[0] != core[0] else ""
            found.append((number, at + len(lead), at + len(lead) + len(core), _columns(lead), core))
        at += len(raw) + 1
    return tuple(_with_neighbours(found))


def _with_neighbours(found: Sequence[tuple[int, int, int, int, str]]) -> list[Line]:
    lines = []
    for i, (number, start, end, indent, core) in enumerate(found):
        before = number - found[i - 1][0] - 1 if i else END_OF_FILE
        after = found[i + 1][0] - number - 1 if i + 1 < len(found) else END_OF_FILE
        lines.append(Line(core, ((0, start),), end, number, indent, before, after))
    return lines


def _columns(lead: str) -> int:
    return sum(_TAB if c == "\t" else 1 for c in lead if c not in BIDI_CONTROLS and c != "\ufeff")


def joined(lines: Sequence[Line]) -> Line:
    """Return lines that were one before they were wrapped, as one."""
    first, last = lines[0], lines[-1]
    pieces: list[tuple[int, int]] = []
    at = 0
    for line in lines:
        pieces += [(at + text_at, place) for text_at, place in line.pieces]
        at += len(line.text) + 1
    text = " ".join(line.text for line in lines)
    return Line(text, tuple(pieces), last.end, first.number, first.indent, first.blanks_before, last.blanks_after)
