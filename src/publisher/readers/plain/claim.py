"""Claims: what a recogniser takes a run of lines for, how strongly, and why."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from publisher.nodes import Block, Inlines
from publisher.source import Span


class Kind(StrEnum):
    """What a run of lines can be."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    DIALOGUE = "dialogue"
    ITEM = "item"
    VERSE = "verse"
    TABLE = "table"
    QUOTE = "quote"
    QURAN = "quran"
    CODE = "code"
    FIGURE = "figure"
    SEPARATOR = "separator"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing seen, and what it weighs for the claim: natural logarithm of the odds."""

    seen: str
    weight: float


class Maker(Protocol):
    """What a claim needs to make its node: the inside of lines, and their places."""

    def content(self, i: int, start: int = 0, end: int | None = None) -> Inlines:
        """Return the inline content of a line, or of a part of it."""
        ...

    def span(self, first: int, last: int) -> Span:
        """Return the span of whole lines."""
        ...


Make = Callable[[Maker], Block]
"""Makes the node of a claim that one recogniser alone understands."""


@dataclass(frozen=True)
class Claim:
    """A reading of the lines `first` … `last` of the copy."""

    kind: Kind
    first: int
    last: int
    reasons: tuple[Reason, ...]
    detail: Any = field(default=None, compare=False)
    """What the recogniser already knows of the inside: hemistichs, cells, a title on the next line."""
    weight: float = field(init=False, compare=False)
    """Odds against a plain paragraph, as a logarithm."""

    def __post_init__(self) -> None:
        weight = 0.0
        for reason in self.reasons:
            weight += reason.weight
        object.__setattr__(self, "weight", weight)
