"""Fills cross-references with what their target is called: `الفصل الثاني`, `شكل ٣`, or its title in «»."""

from collections.abc import Iterator
from dataclasses import replace

from publisher.book import Book, Chapter, Part
from publisher.nodes import (
    Block,
    Figure,
    Heading,
    Inline,
    Inlines,
    PageRef,
    Paragraph,
    Reference,
    Table,
    Verse,
    inline_text,
)
from publisher.numbering.labels import read_label
from publisher.walk import iter_blocks, iter_inlines, iter_runs, map_book_runs, map_inlines
from publisher.words import words_of

_INNER_QUOTES = str.maketrans("«»", "‹›")


def referred_ids(book: Book) -> frozenset[str]:
    """Return every id that a reference in the book names."""
    return frozenset(
        inline.target
        for chapter in book.chapters()
        for run in (*iter_runs(chapter.blocks), *(r for note in chapter.notes for r in iter_runs(note.blocks)))
        for inline in iter_inlines(run)
        if isinstance(inline, Reference | PageRef)
    )


def fill_references(book: Book) -> Book:
    """Return the book with every reference's label filled; a target that is not there leaves it as it was."""
    names = dict(_names(book))

    def on_inline(inline: Inline) -> Inline:
        if isinstance(inline, Reference | PageRef) and not inline.label:
            return replace(inline, label=names.get(inline.target, ""))
        return inline

    return map_book_runs(book, lambda run: map_inlines(run, on_inline))


def _names(book: Book) -> Iterator[tuple[str, str]]:
    for division in book.body:
        if isinstance(division, Part):
            name = name_of(division.heading)
            yield division.id, name
            yield division.heading.id, name
    note_word = words_of(book.metadata.language)["note"]
    for chapter in book.chapters():
        yield from _chapter_names(chapter)
        yield from ((note.id, f"{note_word} {note.label}") for note in chapter.notes if note.label)


def _chapter_names(chapter: Chapter) -> Iterator[tuple[str, str]]:
    section = "" if chapter.heading is None else name_of(chapter.heading)
    yield chapter.id, section
    if chapter.heading is not None:
        yield chapter.heading.id, section
    for block in iter_blocks(chapter.blocks):
        if isinstance(block, Heading):
            section = name_of(block)
        if found := _own_id(block):
            yield found, _block_name(block) or section


def _own_id(block: Block) -> str:
    return block.id if isinstance(block, Heading | Figure | Table | Paragraph | Verse) else ""


def _block_name(block: Block) -> str:
    match block:
        case Heading():
            return name_of(block)
        case Figure(label=label) | Table(label=label) if label:
            return label
        case Figure(caption=caption) | Table(caption=caption) if caption:
            return _quoted(caption)
        case _:
            return ""


def name_of(heading: Heading) -> str:
    """Return what a heading is called in a sentence: its label where it can stand by itself, else its title in «».

    A bare digit or letter cannot («انظر ٣» says nothing), nor a noun that counts nothing («ملحق»).
    """
    if heading.label and not (heading.title and _is_bare(heading.label)):
        return heading.label
    return _quoted(heading.title)


def _is_bare(label: str) -> bool:
    found = read_label(label)
    if not found.numbers:
        return found.noun == "" and " " not in label
    return not found.noun and found.style in ("decimal", "abjad") and len(found.numbers) == 1


def _quoted(title: Inlines) -> str:
    words = " ".join(inline_text(title).split())
    return f"«{words.translate(_INNER_QUOTES)}»" if words else ""
