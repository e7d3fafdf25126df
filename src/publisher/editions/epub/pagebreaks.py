"""Where the pages of the printed book begin, marked in the e-book's text (D4…D6). Never inside a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Break:
    """The beginning of a printed page."""

    id: str
    folio: str
    """The printed number."""
    unit: str
    """Chapter that the page begins in."""
    block: str = ""
    """Block that the page begins in; empty for the beginning of the chapter."""
    offset: int = 0
    """Letters and signs of the block before the page, white space not counted."""


def insert(root: etree._Element, unit: str, breaks: Sequence[Break], *, is_first: bool) -> None:
    """Mark the pages that begin in a content document, in place."""
