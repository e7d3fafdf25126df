"""Walks over the tree of a Book: every step that reads or rewrites it does so through these few functions.

A *run* is one stretch of inline content (the words of a paragraph, a title, a caption, a cell, a hemistich). Reading
order is kept everywhere; a walk goes down into items, quotations, boxes and definitions by itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from publisher.book import Book, Chapter, Part
from publisher.nodes import (
    Bayt,
    Block,
    Blocks,
    Box,
    Cell,
    Definition,
    Definitions,
    Figure,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    Paragraph,
    Quotation,
    Styled,
    Table,
    Text,
    Verse,
)

OnBlock = Callable[[Block], Block]
OnBlocks = Callable[[Blocks], Blocks]
OnRun = Callable[[Inlines], Inlines]
OnInline = Callable[[Inline], Inline]
OnChapter = Callable[[Chapter], Chapter]

# ------------------------------------------------------------------ reading


def iter_blocks(blocks: Blocks) -> Iterator[Block]:
    """Yield every block in reading order, each before the blocks inside it."""
    for block in blocks:
        yield block
        for inner in inner_blocks(block):
            yield from iter_blocks(inner)


def inner_blocks(block: Block) -> Iterator[Blocks]:
    """Yield the sequences of blocks that stand directly inside a block."""
    match block:
        case List(items=items):
            yield from (item.blocks for item in items)
        case Quotation(blocks=blocks) | Box(blocks=blocks):
            yield blocks
        case Definitions(items=definitions):
            yield from (definition.blocks for definition in definitions)
        case _:
            pass


def own_runs(block: Block) -> Iterator[Inlines]:
    """Yield the runs of a block itself, without those of the blocks inside it."""
    match block:
        case Heading(title=run) | Paragraph(content=run) | Figure(caption=run) | Quotation(source=run):
            yield run
        case Verse(bayts=bayts):
            yield from (half for bayt in bayts for half in bayt.hemistichs)
        case Table(head=head, rows=rows, caption=caption):
            yield caption
            yield from (cell.content for row in (*head, *rows) for cell in row)
        case Box(title=title, source=source):
            yield title
            yield source
        case Definitions(items=items):
            yield from (item.term for item in items)
        case _:
            pass


def iter_runs(blocks: Blocks) -> Iterator[Inlines]:
    """Yield every run of the blocks, as they are read."""
    for block in blocks:
        match block:
            case List(items=items):
                for item in items:
                    yield from iter_runs(item.blocks)
            case Quotation(blocks=inner, source=source):
                yield from iter_runs(inner)
                yield source
            case Box(blocks=inner, title=title, source=source):
                yield title
                yield from iter_runs(inner)
                yield source
            case Definitions(items=definitions):
                for definition in definitions:
                    yield definition.term
                    yield from iter_runs(definition.blocks)
            case _:
                yield from own_runs(block)


def iter_inlines(run: Inlines) -> Iterator[Inline]:
    """Yield every inline in reading order, each before what it holds."""
    for inline in run:
        yield inline
        if isinstance(inline, Styled | Foreign | Link):
            yield from iter_inlines(inline.content)


def chapter_blocks(chapter: Chapter) -> Iterator[Block]:
    """Yield every block of a chapter in reading order: its heading, its text, its notes."""
    if chapter.heading is not None:
        yield chapter.heading
    yield from iter_blocks(chapter.blocks)
    for note in chapter.notes:
        yield from iter_blocks(note.blocks)


# ------------------------------------------------------------------ rewriting


def map_blocks(blocks: Blocks, change: OnBlock) -> Blocks:
    """Return the blocks with each one changed, inner ones first."""
    return tuple(change(change_inner(block, lambda inner: map_blocks(inner, change))) for block in blocks)


def change_inner(block: Block, change: OnBlocks) -> Block:
    """Return a block with the blocks directly inside it changed."""
    match block:
        case List():
            return replace(block, items=tuple(replace(item, blocks=change(item.blocks)) for item in block.items))
        case Quotation() | Box():
            return replace(block, blocks=change(block.blocks))
        case Definitions():
            return replace(block, items=tuple(replace(item, blocks=change(item.blocks)) for item in block.items))
        case _:
            return block


def map_runs(blocks: Blocks, change: OnRun) -> Blocks:
    """Return the blocks with each run changed as a whole."""
    return map_blocks(blocks, lambda block: change_runs(block, change))


def change_runs(block: Block, change: OnRun) -> Block:
    """Return a block with its own runs changed, in reading order."""
    match block:
        case Heading():
            return replace(block, title=change(block.title))
        case Paragraph():
            return replace(block, content=change(block.content))
        case Verse():
            return replace(block, bayts=tuple(_bayt(b, change) for b in block.bayts))
        case Figure():
            return replace(block, caption=change(block.caption))
        case Table():
            caption = change(block.caption)
            return replace(block, caption=caption, head=_rows(block.head, change), rows=_rows(block.rows, change))
        case Quotation():
            return replace(block, source=change(block.source))
        case Box():
            return replace(block, title=change(block.title), source=change(block.source))
        case Definitions():
            return replace(block, items=tuple(_definition(i, change) for i in block.items))
        case _:
            return block


def _bayt(bayt: Bayt, change: OnRun) -> Bayt:
    return replace(bayt, hemistichs=tuple(change(half) for half in bayt.hemistichs))


def _rows(rows: tuple[tuple[Cell, ...], ...], change: OnRun) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(replace(cell, content=change(cell.content)) for cell in row) for row in rows)


def _definition(item: Definition, change: OnRun) -> Definition:
    return replace(item, term=change(item.term))


def map_inlines(run: Inlines, change: OnInline) -> Inlines:
    """Return a run with each inline changed, inner ones first."""
    return tuple(change(_with_content(inline, change)) for inline in run)


def _with_content(inline: Inline, change: OnInline) -> Inline:
    if isinstance(inline, Styled | Foreign | Link):
        return replace(inline, content=map_inlines(inline.content, change))
    return inline


# ------------------------------------------------------------------ whole books


def map_chapters(book: Book, change: OnChapter) -> Book:
    """Return the book with every chapter changed, in reading order: front, body (openings of parts too), back."""
    return replace(
        book,
        front=tuple(map(change, book.front)),
        body=tuple(_division(division, change) for division in book.body),
        back=tuple(map(change, book.back)),
    )


def _division(division: Chapter | Part, change: OnChapter) -> Chapter | Part:
    if isinstance(division, Chapter):
        return change(division)
    opening = None if division.opening is None else change(division.opening)
    return replace(division, opening=opening, chapters=tuple(map(change, division.chapters)))


def map_chapter_blocks(chapter: Chapter, change: OnBlock) -> Chapter:
    """Return a chapter with each block of its heading, text and notes changed, in reading order, inner ones first."""
    heading = chapter.heading if chapter.heading is None else change(chapter.heading)
    if not (heading is None or isinstance(heading, Heading)):
        raise TypeError("a chapter's heading stays a heading")
    return replace(
        chapter,
        heading=heading,
        blocks=map_blocks(chapter.blocks, change),
        notes=tuple(map_note(note, change) for note in chapter.notes),
    )


def map_note(note: Note, change: OnBlock) -> Note:
    """Return a note with each of its blocks changed."""
    return replace(note, blocks=map_blocks(note.blocks, change))


def map_book_runs(book: Book, change: OnRun) -> Book:
    """Return the book with every run changed: headings of parts and chapters, text, notes."""

    def on_block(block: Block) -> Block:
        return change_runs(block, change)

    book = map_chapters(book, lambda chapter: map_chapter_blocks(chapter, on_block))
    return replace(book, body=tuple(_part_title(division, change) for division in book.body))


def _part_title(division: Chapter | Part, change: OnRun) -> Chapter | Part:
    if isinstance(division, Chapter):
        return division
    return replace(division, heading=replace(division.heading, title=change(division.heading.title)))


def map_text(book: Book, change: Callable[[str], str]) -> Book:
    """Return the book with the words of every `Text` changed by themselves, wherever it stands."""

    def on_inline(inline: Inline) -> Inline:
        return replace(inline, text=change(inline.text)) if isinstance(inline, Text) else inline

    return map_book_runs(book, lambda run: map_inlines(run, on_inline))
