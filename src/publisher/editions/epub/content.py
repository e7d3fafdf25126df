"""The content documents of a book: one file a chapter, in the order of reading, each whole and resolved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree
from markupsafe import Markup

from publisher.book import Book, Chapter, Part, direction
from publisher.config import Settings
from publisher.diagnostic import Diagnostic
from publisher.direction import resolve
from publisher.editions.epub.finishing import finish, serialised
from publisher.editions.epub.pagebreaks import Break, Marking
from publisher.editions.epub.renderer import EpubRenderer
from publisher.nodes import Heading, inline_text
from publisher.words import words_of
from publisher.xhtml import templates
from publisher.xhtml.dates import printed_date

PAGES: Final = "epub-pages.xhtml.j2"
STYLE: Final = "../css/book.css"
LARGEST: Final = 290_000
"""Bytes of the longest content document; a longer chapter is cut at a section (E11)."""

ROLES: Final[Mapping[str, str]] = {
    name: f"doc-{name}"
    for name in [
        "chapter",
        "part",
        "preface",
        "introduction",
        "foreword",
        "dedication",
        "appendix",
        "bibliography",
        "glossary",
        "afterword",
        "conclusion",
        "epilogue",
        "prologue",
        "index",
        "colophon",
        "epigraph",
        "acknowledgments",
        "abstract",
    ]
}
"""The ARIA role of each kind of section, by its EPUB type."""


@dataclass(frozen=True, slots=True)
class Content:
    """A content document."""

    name: str
    """File name, in the folder of texts."""
    title: str
    matter: str
    data: bytes
    ids: tuple[str, ...]
    chapter: str = ""
    """Id of the chapter that it holds, or a piece of."""
    drawings: tuple[tuple[str, bytes], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Division:
    """What one or more content documents are made of."""

    chapter: Chapter
    matter: str
    type: str


def divisions(book: Book) -> Iterator[Division]:
    """Yield the chapters of a book in reading order; a part's own page is a chapter with the part's heading."""
    for chapter in book.front:
        yield Division(chapter, "frontmatter", _type(chapter))
    for division in book.body:
        if isinstance(division, Part):
            yield Division(_part_page(division), "bodymatter", "part")
            for chapter in division.chapters:
                yield Division(chapter, "bodymatter", _type(chapter))
        else:
            yield Division(division, "bodymatter", _type(division))
    for chapter in book.back:
        yield Division(chapter, "backmatter", _type(chapter))


def _part_page(part: Part) -> Chapter:
    opening = part.opening
    if opening is None:
        return Chapter(part.id, part.heading, ())
    blocks = opening.blocks if opening.heading is None else (opening.heading, *opening.blocks)
    return Chapter(part.id, part.heading, blocks, opening.notes, "part", opening.folder)


def _type(chapter: Chapter) -> str:
    return chapter.role if chapter.role in ROLES else "chapter"


def shell(book: Book, title: str, matter: str, body: str, css: str = STYLE) -> str:
    """Return a whole XHTML document around a body's content."""
    language = book.metadata.language
    return str(
        templates.macros(PAGES)["Shell"](language, direction(language), title, css, matter, Markup(body))
    ).lstrip()


def document(text: str) -> bytes:
    """Return a document with every direction made explicit."""
    root = etree.fromstring(text.encode())
    _resolve(root)
    return serialised(root)


def _resolve(root: etree._Element) -> None:
    for body in root.iterfind("{*}body"):
        resolve(body)
    finish(root)


def chapter_contents(
    book: Book,
    division: Division,
    settings: Settings,
    images: Mapping[str, str],
    breaks: Sequence[Break] = (),
) -> list[Content]:
    """Return the content documents of one chapter: one, or several where it is too long for one."""
    chapter = division.chapter
    renderer = EpubRenderer(book, settings.typography.digits, chapter, images)
    title = _title(book, chapter)
    found: list[Content] = []
    marking = Marking(
        [one for one in breaks if one.start.chapter == chapter.id], len(f"({renderer.words['page-short']})")
    )
    bodies = list(_bodies(book, division, settings, renderer))
    for number, body in enumerate(bodies):
        root = etree.fromstring(shell(book, title, division.matter, body).encode())
        _resolve(root)
        if marking.waiting:
            for section in root.iterfind("{*}body/{*}section"):
                marking.mark(section, is_last=number == len(bodies) - 1)
        name = f"{chapter.id}.xhtml" if number == 0 else f"{chapter.id}-{number + 1}.xhtml"
        ids = tuple(str(e.get("id")) for e in root.iter(etree.Element) if e.get("id"))
        found.append(Content(name, title, division.matter, serialised(root), ids, chapter.id))
    gathered = renderer.gathered
    drawings = tuple(sorted(gathered.drawings.items()))
    return [replace(found[0], drawings=drawings, diagnostics=tuple(gathered.found)), *found[1:]]


def _bodies(book: Book, division: Division, settings: Settings, renderer: EpubRenderer) -> Iterator[Markup]:
    """Yield the body of each file of a chapter, its notes after their calls."""
    chapter, macros = division.chapter, templates.macros(PAGES)
    heading = chapter.heading
    ident = (heading.id or f"{chapter.id}-title") if heading else ""
    before = Markup(macros["Opening"](renderer, heading, ident)) + Markup("\n") if heading else Markup("")
    pieces = _pieces(renderer, chapter)
    unset = [note for note in chapter.notes if note.id not in renderer.called]
    for number, piece in enumerate(pieces):
        called = piece.called | ({*renderer.called} - _called(pieces) if number == 0 else frozenset())
        notes = [note for note in chapter.notes if note.id in called or (number == len(pieces) - 1 and note in unset)]
        text = (before if number == 0 else Markup("")) + piece.text
        if notes:
            text += Markup("\n") + Markup(macros["Notes"](renderer, renderer.words["notes"], notes))
        name = Markup(' aria-labelledby="{0}"').format(ident) if ident and number == 0 else _label(book, chapter)
        section = Markup(
            macros["Section"](
                chapter.id if number == 0 else f"{chapter.id}-part{number + 1}",
                division.type,
                ROLES[division.type],
                name,
                text,
            )
        )
        yield _title_block(book, settings, chapter) + section if number == 0 else section


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a chapter that fits one file, and the notes that it calls first."""

    text: Markup
    called: frozenset[str]


def _called(pieces: Sequence[Piece]) -> frozenset[str]:
    return frozenset().union(*(piece.called for piece in pieces))


def _pieces(renderer: EpubRenderer, chapter: Chapter) -> list[Piece]:
    """Return a chapter's text in pieces; a long one is cut before a heading, or where there is none, at a block."""
    texts: list[Markup] = []
    calls: list[frozenset[str]] = []
    for block in chapter.blocks:
        known = frozenset(renderer.called)
        texts.append(renderer.block(block))
        calls.append(frozenset(renderer.called) - known)
    ends = _cuts([len(text.encode()) for text in texts], [isinstance(block, Heading) for block in chapter.blocks])
    return [
        Piece(Markup("\n").join(texts[start:end]), frozenset().union(*calls[start:end]))
        for start, end in zip([0, *ends], [*ends, len(texts)], strict=True)
    ]


def _cuts(sizes: list[int], may_open: list[bool]) -> list[int]:
    """Return before which blocks to cut so that no piece is too long."""
    cuts: list[int] = []
    start, size, heading = 0, 0, 0
    for index, length in enumerate(sizes):
        if may_open[index] and index > start:
            heading = index
        if size + length > LARGEST and index > start:
            cut = heading if heading > start else index
            cuts.append(cut)
            start, size = cut, sum(sizes[cut:index])
        size += length
    return cuts


def _opens_article(book: Book, chapter: Chapter) -> bool:
    return book.is_article and bool(book.metadata.title) and chapter == next(book.chapters(), None)


def _title_block(book: Book, settings: Settings, chapter: Chapter) -> Markup:
    if not _opens_article(book, chapter):
        return Markup("")
    m = book.metadata
    date = printed_date(m.date, m.language, settings.typography.digits) if m.date else ""
    return Markup(templates.macros(PAGES)["TitleBlock"](m, date)) + Markup("\n")


def _label(book: Book, chapter: Chapter) -> Markup:
    return Markup(' aria-label="{0}"').format(_title(book, chapter))


def _title(book: Book, chapter: Chapter) -> str:
    """Return the title of a chapter's files: its heading, or what it is."""
    heading = chapter.heading
    if heading is not None and (heading.label or heading.title):
        return " ".join(part for part in (heading.label, inline_text(heading.title).strip()) if part)
    words = words_of(book.metadata.language)
    return book.metadata.title or words["text"]
