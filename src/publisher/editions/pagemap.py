"""The page map: which printed page begins where in the text.

A build of the printed book leaves it as facts; the e-book marks its pages by it, as long as the Book is the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from publisher.arabic.digits import FAMILIES, number, value
from publisher.book import Book, Part
from publisher.editions.fingerprint import fingerprint

KEY: Final = "page_map"
"""Name of the page map among the facts of an edition."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a printed page begins."""

    folio: str
    """The number that is printed on it."""
    chapter: str
    offset: int = 0
    """Letters and signs of the chapter's text that stand on the pages before; white space, joiners, notes, marks of
    lists and calls of notes do not count."""


def page_starts(book: Book, facts: Mapping[str, Any]) -> tuple[PageStart, ...] | None:
    """Return the pages of a map in order, blank ones too; nothing where there is no map, None where it is not fresh."""
    found = facts.get(KEY)
    if not isinstance(found, Mapping):
        return ()
    if found.get("fingerprint") != fingerprint(book):
        return None
    try:
        return tuple(_with_blanks(list(_starts(book, found["anchors"], found["breaks"]))))
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _starts(
    book: Book, anchors: Mapping[str, str], breaks: Mapping[str, Sequence[tuple[int, str]]]
) -> Iterator[PageStart]:
    for ident in _units(book):
        if ident in anchors:
            yield PageStart(anchors[ident], ident)
            for offset, folio in breaks.get(ident, ()):
                yield PageStart(folio, ident, int(offset))


def _units(book: Book) -> Iterator[str]:
    """Yield the ids of what begins a page of its own, in order: chapters and parts."""
    for division in (*book.front, *book.body, *book.back):
        yield division.id
        if isinstance(division, Part):
            yield from (chapter.id for chapter in division.chapters)


def _with_blanks(starts: Sequence[PageStart]) -> Iterator[PageStart]:
    """Yield the pages, each blank page between two of them at the beginning of the one after it."""
    last: int | None = None
    for start in starts:
        folio = value(start.folio)
        if folio is not None and last is not None and last < folio:
            family = next((name for name, digits in FAMILIES.items() if start.folio[0] in digits), "latn")
            for blank in range(last + 1, folio):
                yield replace(start, folio=number(blank, family))
        if folio is None or folio != last:
            yield start
        last = folio
