"""What a reader hands on: the blocks of one manuscript file, its notes, what it says of the book."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from publisher.diagnostic import Diagnostic
from publisher.nodes import Blocks, Inlines, Note


@dataclass(frozen=True, slots=True)
class Reading:
    """One manuscript file, read.

    Ids are local to the file here (the author's own, or empty); `bind` makes them unique in the book.
    Heading levels count from 1, the highest division of the file.
    """

    blocks: Blocks
    notes: tuple[Note, ...] = ()
    title: Inlines = ()
    """Title that the text opens with; it is not among the blocks."""
    subtitle: Inlines = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    """Settings from front matter, keys as in `book.toml`."""
    diagnostics: tuple[Diagnostic, ...] = ()
    ruled: frozenset[str] = frozenset()
    """Lines of the table `[outline]` that stand in the file, as they are written there."""
