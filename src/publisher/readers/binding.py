"""Binds the files of a manuscript into one Book: read, cut into chapters, ids and targets made the book's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from publisher.book import Book, Chapter, Metadata, Part
from publisher.config import Settings, from_options
from publisher.config.load import from_mapping
from publisher.diagnostic import Diagnostic, Said, Stop, error, warning
from publisher.manuscript import Manuscript
from publisher.manuscript.finding import NO_TITLE
from publisher.nodes import Heading, Text, inline_text
from publisher.readers.binding_divisions import (
    CHAPTER_RANK,
    File,
    Piece,
    levelled,
    pieces,
    rank,
)
from publisher.readers.binding_ids import Ids, led, notes_of, with_ids, with_targets
from publisher.readers.binding_levels import even_levels
from publisher.readers.binding_notes import lost_notes, with_notes_of_title
from publisher.readers.binding_rulings import rulings_unmet
from publisher.readers.binding_settings import body_texts, metadata_of, with_digits, with_kind, with_slug
from publisher.readers.binding_shape import chapters_of, in_one_run, moved
from publisher.readers.binding_titles import as_chapter, lifted, with_own_title
from publisher.readers.choice import read
from publisher.source import SourceFile

NOTHING_LEFT = error(
    "nothing-to-print",
    Said("ليس في الملف {name} ما يُطبع", "the file {name} holds nothing to print"),
    Said("اكتب فيه نصًّا، فالتعليقات ووسوم HTML لا تُطبع.", "write text into it; comments and HTML are not printed."),
)
UNUSED_KEY = warning(
    "front-matter-of-chapter",
    Said("مفتاح في صدر فصل لا أثر له: {key}", "a key in the front matter of a chapter has no effect: {key}"),
    Said(
        "اكتبه في book.toml. والذي يُقرأ من صدر الفصل title وحده.",
        "put it into book.toml; of a chapter only the title is read.",
    ),
)


@dataclass(frozen=True)
class Bound:
    """A book, the settings it was made with, and what was found on the way."""

    book: Book
    settings: Settings
    """Resolved: kind, style, digits, slug and title are chosen."""
    diagnostics: tuple[Diagnostic, ...] = ()


def bind(manuscript: Manuscript, options: Mapping[str, Any] | None = None) -> Bound:
    """Return the book of a manuscript. Options are laid over `book.toml` and front matter.

    Raises Stop when a file cannot be read at all.
    """
    return _Binder(manuscript, options or {}).bind()


@dataclass
class _Binder:
    manuscript: Manuscript
    options: Mapping[str, Any]
    found: list[Diagnostic] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)

    def bind(self) -> Bound:
        self.found += self.manuscript.diagnostics
        settings, faults = from_options(self.manuscript.settings, self.options)
        self.found += faults
        front = self.read(self.manuscript.front, settings)
        body = self.read(self.manuscript.chapters, settings)
        back = self.read(self.manuscript.back, settings)
        readings = (file.reading for file in (*front, *body, *back))
        self.found += rulings_unmet(settings, self.manuscript.settings_file, readings)
        settings, body = self.titled(settings, body)
        front, back = (tuple(self.chapter(f, settings.language) for f in files) for files in (front, back))
        settings = with_kind(settings, is_article=self.is_article(body))
        book = self.book(settings, front, body, back)
        settings = with_digits(settings, body_texts(book))
        book = in_one_run(replace(self.targeted(book), metadata=metadata_of(settings)))
        self.found += lost_notes((*front, *body, *back), book, self.found)
        return Bound(book, settings, (*self.found, *self.ids.found))

    def is_article(self, files: tuple[File, ...]) -> bool:
        """Whether the manuscript is an article unless its settings say otherwise: one file, and no chapters in it."""
        m = self.manuscript
        if m.is_lone or len(m.chapters) != 1 or m.front or m.back:
            return m.is_lone
        headings = [block for block in files[0].reading.blocks if isinstance(block, Heading)]
        has_marks = not m.chapters[0].name.lower().endswith(".txt")
        tops = [h for h in headings if has_marks and h.level == 1]
        named = [h for h in headings if rank(h, m.settings.language) <= CHAPTER_RANK]
        return max(len(tops), len(named)) < 2

    # -------------------------------------------------------------- files

    def read(self, sources: Iterable[SourceFile], settings: Settings) -> tuple[File, ...]:
        files: list[File] = []
        stopped: list[Diagnostic] = []
        for source in sources:
            try:
                files.append(File(source, read(source, settings)))
            except Stop as stop:
                stopped += stop.diagnostics
        if stopped:
            raise Stop(*self.found, *stopped)
        for file in files:
            self.found += file.reading.diagnostics
            if not file.reading.blocks and not file.reading.title:
                self.found.append(NOTHING_LEFT.at(file.source.line_span(1), name=file.source.name))
        return tuple(files)

    def titled(self, settings: Settings, files: tuple[File, ...]) -> tuple[Settings, tuple[File, ...]]:
        """Return settings that know the title, and files without the title that the book prints."""
        if self.manuscript.is_lone:
            said, _ = from_mapping(files[0].reading.metadata, None, settings)
            settings, _ = from_options(said, self.options)
        if len(files) != 1:
            return self.named(settings), tuple(self.chapter(file, settings.language) for file in files)
        (file,) = files
        if self.manuscript.is_lone or (settings.title and self.is_article(files)):
            file = replace(file, reading=lifted(file.reading, settings.title))
        elif not file.reading.title:
            file = self.chapter(file, settings.language)
        title = settings.title or inline_text(file.reading.title)
        subtitle = settings.subtitle or inline_text(file.reading.subtitle)
        settings = self.named(replace(settings, title=title, subtitle=subtitle))
        kept = with_own_title(file.reading, title, subtitle)
        kept, faults = with_notes_of_title(kept)
        self.found += faults
        return settings, (replace(file, reading=kept),)

    def chapter(self, file: File, language: str) -> File:
        """Return a file of a folder with its title as its heading; of its front matter only the title counts."""
        reading = file.reading
        place = file.source.line_span(1)
        for key in reading.metadata:
            if key != "title" and key in Settings.__dataclass_fields__:
                self.found.append(UNUSED_KEY.at(place, key=key))
        said = (Text(str(reading.metadata["title"]), place),) if "title" in reading.metadata else ()
        return replace(file, reading=as_chapter(reading, said, language))

    def named(self, settings: Settings) -> Settings:
        """Return settings with a title, if only the manuscript's name, and a slug."""
        name = self.manuscript.name
        if not settings.title:
            place = next((s.line_span(1) for s in self.manuscript.chapters), None)
            self.found.append(NO_TITLE.at(place, name=name))
        return with_slug(replace(settings, title=settings.title or name), name)

    # -------------------------------------------------------------- the book

    def book(self, settings: Settings, front: tuple[File, ...], body: tuple[File, ...], back: tuple[File, ...]) -> Book:
        language = settings.language
        opening = self.divisions(pieces(front, language), "f")
        closing = pieces(back, language)
        if settings.kind == "article":
            article = tuple(self.article(number, file) for number, file in enumerate(body, 1))
            return Book(
                Metadata(""), article, chapters_of(opening), chapters_of(self.divisions(closing, "b")), is_article=True
            )
        cut = pieces(body, language)
        before, cut, after = ((), cut, ()) if settings.chapters else moved(cut)
        return Book(
            Metadata(""),
            self.divisions(cut, "c"),
            (*chapters_of(opening), *chapters_of(self.divisions(before, "f", len(opening)))),
            chapters_of(self.divisions((*after, *closing), "b")),
        )

    def article(self, number: int, file: File) -> Chapter:
        return self.made(Piece(file, None, even_levels(file.reading.blocks)), f"c{number:02}")

    def divisions(self, cut: Iterable[Piece], letter: str, before: int = 0) -> tuple[Chapter | Part, ...]:
        out: list[Chapter | Part] = []
        chapters, parts = before, 0
        for piece in map(levelled, cut):
            if not piece.chapters or piece.heading is None:
                chapters += 1
                out.append(self.made(piece, f"{letter}{chapters:02}"))
                continue
            parts += 1
            out.append(self.part(piece, f"p{parts:02}", letter, chapters))
            chapters += len(piece.chapters)
        return tuple(out)

    def part(self, piece: Piece, identifier: str, letter: str, before: int) -> Part:
        assert piece.heading is not None  # noqa: S101 - asked for by `divisions`
        whole = self.made(replace(piece, chapters=()), identifier)
        inner = tuple(self.made(c, f"{letter}{before + n:02}") for n, c in enumerate(piece.chapters, 1))
        opening = replace(whole, id=f"{identifier}-open", heading=None) if whole.blocks or whole.notes else None
        return Part(identifier, whole.heading or piece.heading, inner, opening)

    def made(self, piece: Piece, identifier: str) -> Chapter:
        folder = PurePosixPath(piece.file.source.name).parent.as_posix()
        notes = notes_of(piece.heading, piece.blocks, piece.file.reading.notes)
        first = next((b.span for b in (piece.heading, *piece.blocks) if b is not None and b.span is not None), None)
        made = Chapter(
            identifier, piece.heading, piece.blocks, notes, piece.role, "" if folder == "." else folder, first
        )
        return with_ids(self.ids, piece.file.source.name, made)

    def targeted(self, book: Book) -> Book:
        """Return the book with its targets led to ids of the book, now that all are known."""
        return replace(
            book,
            front=tuple(map(self.led, book.front)),
            body=tuple(map(self.division_led, book.body)),
            back=tuple(map(self.led, book.back)),
        )

    def division_led(self, division: Chapter | Part) -> Chapter | Part:
        if isinstance(division, Chapter):
            return self.led(division)
        heading = replace(division.heading, title=led(self.ids, _file(division.heading.span), division.heading.title))
        opening = None if division.opening is None else self.led(division.opening)
        return replace(division, heading=heading, opening=opening, chapters=tuple(map(self.led, division.chapters)))

    def led(self, chapter: Chapter) -> Chapter:
        return with_targets(self.ids, _file(chapter.span), chapter)


def _file(span: Any) -> str:
    return span.file if span is not None else ""
