"""What the rules look at: the book's lines of running text, each with its block, and the manuscript files themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from publisher.arabic.letters import has_arabic
from publisher.book import Book, Part
from publisher.config import Settings
from publisher.diagnostic import Diagnostic, Finding, Fix
from publisher.nodes import Block, Blocks, Heading, Inlines, Paragraph, Quotation, Role, Table, Verse
from publisher.source import SourceFile, Span
from publisher.walk import inner_blocks, own_runs
from publisher.walk.line import Edit, Flat, flatten


@dataclass(frozen=True)
class Line:
    """A run of running text in its place."""

    flat: Flat
    run: Inlines
    block: Block

    @property
    def text(self) -> str:
        """The words, with placeholders for code, references, calls of notes."""
        return self.flat.text


@dataclass(frozen=True)
class Subject:
    """A book to be checked, and the manuscript that it was read from."""

    book: Book
    sources: Mapping[str, SourceFile]
    settings: Settings

    @property
    def language(self) -> str:
        """Primary language of the book."""
        return self.settings.language.split("-")[0].lower()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line in the book's own language that says something in its script."""
        return tuple(line for line in _lines(self.book) if has_arabic(line.text))

    def found(
        self, finding: Finding, line: Line, start: int, end: int, replacement: str | None = None, **values: object
    ) -> Diagnostic:
        """Return a finding about a stretch of a line; the fix is offered where the stretch is found in the file."""
        span, is_exact = line.flat.place(Edit(start, end, ""), self.sources)
        fix = Fix(span, replacement) if is_exact and span is not None and replacement is not None else None
        return finding.at(span, fix, **values)

    def in_source(
        self, finding: Finding, source: SourceFile, start: int, end: int, replacement: str | None, **values: object
    ) -> Diagnostic:
        """Return a finding about a stretch of a file."""
        span: Span = source.span(start, end)
        return finding.at(span, None if replacement is None else Fix(span, replacement), **values)


def _lines(book: Book) -> Iterator[Line]:
    for division in book.body:
        if isinstance(division, Part):
            yield _line(division.heading.title, division.heading)
    for chapter in book.chapters():
        if chapter.heading is not None:
            yield _line(chapter.heading.title, chapter.heading)
        yield from _block_lines(chapter.blocks)
        for note in chapter.notes:
            yield from _block_lines(note.blocks)


def _block_lines(blocks: Blocks) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Paragraph | Quotation) and block.language and not block.language.startswith("ar"):
            continue
        for run in own_runs(block):
            yield _line(run, block)
        for inner in inner_blocks(block):
            yield from _block_lines(inner)


def _line(run: Inlines, block: Block) -> Line:
    return Line(flatten(run, _kind(block)), run, block)


def _kind(block: Block) -> str:
    match block:
        case Heading():
            return "title"
        case Table():
            return "cell"
        case Verse():
            return "verse"
        case Paragraph(role=Role.DIALOGUE):
            return "dialogue"
        case _:
            return "text"
