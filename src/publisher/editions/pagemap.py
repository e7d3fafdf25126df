"""The page map: which printed page begins where in the text. A build of the printed book leaves it as facts; the
e-book marks its pages by it, as long as manuscript and settings are the same.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from publisher.arabic.digits import FAMILIES, number, value
from publisher.book import Book
from publisher.config import EpubSettings, Settings
from publisher.source import SourceFile

KEY: Final = "pages"
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


def fingerprint(book: Book, settings: Settings, sources: Iterable[SourceFile]) -> str:
    """Return a digest of all that decides where pages begin: manuscript and settings, those of the e-book left out."""
    total = hashlib.sha256(repr(replace(settings, epub=EpubSettings())).encode())
    texts = [f"{source.name}\0{source.text}\0" for source in sources] or [repr(book)]
    for text in texts:
        total.update(text.encode())
    return total.hexdigest()


def page_facts(
    of: str, first: Mapping[str, tuple[int, str]], breaks: Mapping[str, Sequence[tuple[int, str]]], chapters: Iterable[str]
) -> dict[str, Any]:
    """Return the page map as facts: `first` gives page and folio of every anchor, `breaks` where a block goes on."""
    starts = [
        [folio, chapter, offset]
        for chapter in chapters
        if chapter in first
        for offset, folio in ((0, first[chapter][1]), *breaks.get(chapter, ()))
    ]
    return {KEY: {"of": of, "starts": starts}}


def page_starts(facts: Mapping[str, Any], of: str) -> tuple[PageStart, ...] | None:
    """Return the pages of a map in order, blank ones too; nothing where there is no map, None where it is not fresh."""
    found = facts.get(KEY)
    if not isinstance(found, Mapping):
        return ()
    if found.get("of") != of:
        return None
    try:
        starts = [PageStart(str(folio), str(chapter), int(offset)) for folio, chapter, offset in found["starts"]]
    except (KeyError, TypeError, ValueError):
        return None
    return tuple(_with_blanks(starts))


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
