"""The parts of a paragraph: its text boxes, the words and spaces in them, and the units that no line may break."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from publisher.composer.measure import Word
from publisher.composer.styles import Facts

WORD: Final = 0
SPACE: Final = 1
FIXED_SPACE: Final = 2
CUT: Final = 3
BREAK: Final = 4
NOTHING: Final = 5
EDGE: Final = 6
ATOM: Final = 7


class Unfit(Exception):  # noqa: N818 - names what is so
    """A paragraph that is left to WeasyPrint, and why."""


class Leaf:
    """A text box of the paragraph, an image or block in its lines, an empty inline box, or the edge of one."""

    __slots__ = ("box", "facts", "kind", "offset", "path", "text", "width")

    def __init__(
        self,
        box: Any,
        path: tuple[int, ...],
        facts: Facts,
        text: str,
        offset: int,
        kind: int = WORD,
        width: float = 0.0,
    ) -> None:
        self.kind = kind
        """WORD for a text box, else ATOM, NOTHING or EDGE."""
        self.width = width
        self.box = box
        self.path = path
        """Indices of children from the line box down."""
        self.facts = facts
        self.text = text
        self.offset = offset
        """Where its text starts in the text whose levels are resolved."""


class Token:
    """A word, a space, a place to cut, a forced break or an empty box."""

    __slots__ = ("end", "is_joined", "kind", "leaf", "level", "start", "width", "word")

    def __init__(self, kind: int, leaf: Leaf, start: int, end: int, level: int, word: Word, width: float) -> None:
        self.kind = kind
        self.leaf = leaf
        self.start = start
        self.end = end
        self.level = level
        self.word = word
        self.width = width
        """In CSS pixels."""
        self.is_joined = False
        """The word goes on in another text box: it is not stretched."""


class Unit:
    """Tokens that stay on one line, and the space after them."""

    __slots__ = ("end", "first", "is_forced", "is_stretchable", "space", "spaces", "width")

    def __init__(self, first: int) -> None:
        self.first = first
        self.end = first
        self.width = 0.0
        self.space = 0.0
        """The natural space after the unit."""
        self.spaces = 0
        """Unbreakable spaces inside it."""
        self.is_stretchable = False
        self.is_forced = False
        """The line ends after this unit."""


def mark_joined(tokens: Sequence[Token]) -> None:
    """Mark the words that touch a word of another text box."""
    words = [token for token in tokens if token.kind != NOTHING]
    for before, after in pairwise(words):
        if before.kind == after.kind == WORD:
            before.is_joined = after.is_joined = True


def units_of(tokens: Sequence[Token]) -> list[Unit]:
    """Gather the tokens into units."""
    units: list[Unit] = []
    unit: Unit | None = None
    for i, token in enumerate(tokens):
        if token.kind in (SPACE, CUT):
            if unit is not None and unit.end > unit.first:
                unit.space += token.width
                units.append(unit)
                unit = None
            continue
        if token.kind == BREAK:
            if unit is None and units and not units[-1].is_forced:
                units[-1].is_forced = True
                continue
            unit = unit or Unit(i)
            unit.is_forced = True
            units.append(unit)
            unit = None
            continue
        unit = unit or Unit(i)
        unit.end = i + 1
        unit.width += token.width
        unit.spaces += token.kind == FIXED_SPACE
        if token.word.opportunities and not token.is_joined:
            unit.is_stretchable = unit.is_stretchable or token.leaf.facts.kashida != "none"
    if unit is not None:
        units.append(unit)
    return _without_hanging(units, tokens)


def _without_hanging(units: list[Unit], tokens: Sequence[Token]) -> list[Unit]:
    """Join a last unit of empty boxes to the one before it."""
    if (
        len(units) > 1
        and all(t.kind == NOTHING for t in tokens[units[-1].first : units[-1].end])
        and not units[-2].is_forced
    ):
        last = units.pop()
        units[-1].end = last.end
    return units
