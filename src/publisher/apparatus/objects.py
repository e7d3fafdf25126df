"""Lists of the figures and of the tables of a book, as data."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.book import Book
from publisher.nodes import Figure, Inlines, Table
from publisher.walk import iter_blocks


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure or table in a list of them."""

    label: str
    caption: Inlines
    target: str


def list_figures(book: Book) -> tuple[Listed, ...]:
    """Return the labelled figures of a book in reading order."""
    return tuple(_listed(book, Figure))


def list_tables(book: Book) -> tuple[Listed, ...]:
    """Return the labelled tables of a book in reading order."""
    return tuple(_listed(book, Table))


def _listed(book: Book, kind: type[Figure] | type[Table]) -> Iterator[Listed]:
    for chapter in book.chapters():
        for block in iter_blocks(chapter.blocks):
            if isinstance(block, Figure | Table) and isinstance(block, kind) and block.label:
                yield Listed(block.label, block.caption, block.id)
