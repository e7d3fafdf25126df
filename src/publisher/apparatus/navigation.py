"""The one tree of a book's headings: contents page, PDF bookmarks, EPUB nav, NCX and the proof all print this."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.book import Book, Chapter, Part
from publisher.nodes import Foreign, Heading, Inline, Inlines, Link, NoteRef, Styled
from publisher.walk import iter_blocks


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading in the tree."""

    label: str | None
    title: Inlines
    """The title without calls of notes and without links."""
    target: str
    """Id that the entry leads to."""
    level: int
    """1 is the outermost in this tree."""
    children: tuple["Entry", ...] = ()


def navigation(book: Book, depth: int) -> tuple[Entry, ...]:
    """Return the headings of a book as a tree, `depth` levels of it, counted from the chapters (or an article's own).

    Parts stand above the chapters and do not count.
    """
    if depth < 1:
        return ()
    entries: list[Entry] = []
    for division in (*book.front, *book.body, *book.back):
        if isinstance(division, Part):
            entries.append(_part(division, depth))
        else:
            entries.extend(_chapter(division, depth, 1))
    return tuple(entries)


def _part(part: Part, depth: int) -> Entry:
    chapters = (*(() if part.opening is None else (part.opening,)), *part.chapters)
    children = tuple(entry for chapter in chapters for entry in _chapter(chapter, depth, 2))
    return _entry(part.heading, part.id, 1, children)


def _chapter(chapter: Chapter, depth: int, level: int) -> tuple[Entry, ...]:
    headings = [block for block in iter_blocks(chapter.blocks) if isinstance(block, Heading)]
    if chapter.heading is None:
        return _nest(headings, level, level + depth - 1)
    children = _nest(headings, level + 1, level + depth - 1)
    return (_entry(chapter.heading, chapter.id, level, children),)


def _nest(headings: list[Heading], level: int, deepest: int) -> tuple[Entry, ...]:
    """Return headings as a tree whose outermost entries have `level`; a level that is passed over is closed up."""
    if level > deepest:
        return ()
    return tuple(_entry(outer, outer.id, level, _nest(inner, level + 1, deepest)) for outer, inner in _groups(headings))


def _groups(headings: list[Heading]) -> Iterator[tuple[Heading, list[Heading]]]:
    """Part headings into each outermost one and those under it."""
    at = 0
    while at < len(headings):
        outer = headings[at]
        end = at + 1
        while end < len(headings) and headings[end].level > outer.level:
            end += 1
        yield outer, headings[at + 1 : end]
        at = end


def _entry(heading: Heading, target: str, level: int, children: tuple[Entry, ...]) -> Entry:
    return Entry(heading.label, _plain(heading.title), target, level, children)


def _plain(run: Inlines) -> Inlines:
    """Return a title as it stands in a list of titles: no calls of notes, no links inside the link."""
    return tuple(inline for found in run for inline in _unlinked(found))


def _unlinked(inline: Inline) -> Inlines:
    match inline:
        case NoteRef():
            return ()
        case Link(content=content):
            return _plain(content)
        case Styled() | Foreign():
            return (replace(inline, content=_plain(inline.content)),)
        case _:
            return (inline,)
