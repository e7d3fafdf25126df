"""Claims: what a recogniser takes a run of lines for, how strongly, and why."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


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


@dataclass(frozen=True, slots=True)
class Claim:
    """A reading of the lines `first` … `last` of the copy."""

    kind: Kind
    first: int
    last: int
    reasons: tuple[Reason, ...]
    detail: Any = field(default=None, compare=False)
    """What the recogniser already knows of the inside: hemistichs, cells, a title on the next line."""

    @property
    def weight(self) -> float:
        """Odds against a plain paragraph, as a logarithm."""
        return sum(reason.weight for reason in self.reasons)
