"""The printed book as units that each start a page: title pages, contents, chapters, colophon."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from publisher.apparatus import Entry, navigation
from publisher.book import Book, Chapter, Part, direction
from publisher.config import Settings
from publisher.direction import resolve
from publisher.editions.cover import cover_page
from publisher.editions.imprint import imprint_lines, place_and_years
from publisher.editions.pdf.renderer import PAGE_BLANK, PrintRenderer
from publisher.editions.pdf.tokens import Tokens, trim_of
from publisher.fonts.choosing import Faces
from publisher.fonts.manifest import Face
from publisher.fonts.measure import width_of
from publisher.nodes import Heading, inline_text
from publisher.press.job import Unit
from publisher.xhtml import templates
from publisher.xhtml.dates import printed_date

_PAGES = "pages.xhtml.j2"
_VOID = frozenset({"br", "img", "hr", "wbr", "col"})


def book_units(book: Book, settings: Settings, faces: Faces, tokens: Tokens) -> tuple[Unit, ...]:
    """Return the units of a book in order."""
    copy = _Copy(book, settings, faces, tokens)
    return tuple(copy.article() if book.is_article else copy.book_of_chapters())


def flat(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield a tree of entries in reading order."""
    for entry in entries:
        yield entry
        yield from flat(entry.children)


@dataclass(frozen=True, slots=True)
class _Copy:
    """A book on its way to the press, with all that its units are made with."""

    book: Book
    settings: Settings
    faces: Faces
    tokens: Tokens

    @property
    def numerals(self) -> str:
        return self.settings.typography.digits

    @property
    def text_face(self) -> Face:
        """The face of the text, in its regular weight."""
        return self.faces.of_family(self.faces.families["text"])[0]

    def article(self) -> Iterator[Unit]:
        """Yield the one run of an article, its title block first."""
        metadata = self.book.metadata
        date = printed_date(metadata.date, metadata.language, self.numerals) if metadata.date else ""
        block = Markup(_macro("TitleBlock")(metadata, date)) if metadata.title else Markup("")
        for index, chapter in enumerate(self.book.chapters()):
            body = (block if index == 0 else Markup("")) + self.text(self.renderer(chapter), chapter)
            section = Markup('<section class="article" id="{0}">{1}</section>').format(chapter.id, body)
            yield self.unit(chapter.id, section, chapter=metadata.title, opens="next" if index else "recto")

    def book_of_chapters(self) -> Iterator[Unit]:
        """Yield cover, title pages, contents, chapters and back matter."""
        book, metadata = self.book, self.book.metadata
        cover = cover_page(metadata, self.settings, trim_of(self.settings), self.faces.all)
        yield self.unit("cover", cover, series="none")
        where = place_and_years(metadata, self.settings)
        yield self.unit("half-title", _macro("HalfTitle")(metadata), series="front")
        yield self.unit("title-page", _macro("TitlePage")(metadata, {"where": where}), series="front")
        lines = imprint_lines(metadata, self.settings, [self.text_face])
        yield self.unit("imprint", _macro("Imprint")(lines), series="front", opens="next")
        if self.settings.numbering.contents_depth:
            yield self.unit("contents", self.contents(), series="front")
        for chapter in book.front:
            yield self.chapter(chapter, "front")
        for division in book.body:
            if isinstance(division, Part):
                yield self.part(division)
                yield from map(self.chapter, division.chapters)
            else:
                yield self.chapter(division)
        yield from map(self.chapter, book.back)

    def unit(self, ident: str, body: str, *, chapter: str = "", series: str = "body", opens: str = "recto") -> Unit:
        """Return a unit with its directions made explicit; `chapter` is its running head."""
        heads = {"book": self.book.metadata.title, "chapter": chapter}
        return Unit(ident, _prepared(body, self.book), heads=heads, series=series, opens=opens, name=chapter)

    def renderer(self, chapter: Chapter | None = None) -> PrintRenderer:
        return PrintRenderer(self.book, self.settings, self.tokens, self.faces, chapter)

    def contents(self) -> str:
        """Return the page of contents; its folios are blanks that the press stamps."""
        renderer = self.renderer()
        entries = tuple(flat(navigation(self.book, self.settings.numbering.contents_depth)))
        rows = [
            {
                "level": entry.level,
                "label": entry.label,
                "title": renderer.inlines(entry.title),
                "target": entry.target,
                "blank": renderer.number(PAGE_BLANK),
            }
            for entry in entries
        ]
        return _macro("Contents")(renderer.words["contents"], rows, self.label_widths(entries))

    def label_widths(self, entries: tuple[Entry, ...]) -> dict[int, float]:
        """Return the width of the column of labels of each level, in pt: the widest label and a space after it."""
        widths: dict[int, float] = {}
        for entry in entries:
            if entry.label:
                width = (width_of(entry.label, self.text_face) + 0.7) * self.tokens.size
                widths[entry.level] = max(widths.get(entry.level, 0.0), width)
        return {level: round(width, 2) for level, width in widths.items()}

    def part(self, part: Part) -> Unit:
        """Return the page that opens a part, with what stands before its first chapter."""
        opening = part.opening or Chapter(part.id, part.heading, ())
        renderer = self.renderer(opening)
        text = self.text(renderer, opening) if part.opening else Markup("")
        body = Markup('<section class="part" id="{0}">{1}{2}</section>').format(
            part.id, self.opening(renderer, opening.heading, part.heading.id), text
        )
        return self.unit(part.id, body, chapter=self.head(part.heading))

    def chapter(self, chapter: Chapter, series: str = "body") -> Unit:
        """Return a chapter."""
        renderer, heading = self.renderer(chapter), chapter.heading
        opening = self.opening(renderer, heading, heading.id if heading else "")
        body = Markup('<section class="chapter {0}" id="{1}">{2}{3}</section>').format(
            chapter.role, chapter.id, opening, self.text(renderer, chapter)
        )
        return self.unit(chapter.id, body, chapter=self.head(heading), series=series)

    def head(self, heading: Heading | None) -> str:
        """Return the running head of a chapter: its title, or the book's."""
        return (inline_text(heading.title) if heading else "") or self.book.metadata.title

    def opening(self, renderer: PrintRenderer, heading: Heading | None, ident: str) -> Markup:
        """Return what a chapter opens with: label, title, three dots."""
        if heading is None:
            return Markup("")
        return Markup(_macro("Opening")(ident, heading.label, renderer.inlines(heading.title)))

    def text(self, renderer: PrintRenderer, chapter: Chapter) -> Markup:
        """Return the text of a chapter, and its notes where the book wants them at the end."""
        indent = {"none": " no-indent", "not-first": " not-first"}.get(self.settings.typography.indent, "")
        return Markup('<div class="text-of{0}"><div class="text">{1}</div>{2}</div>').format(
            indent, renderer.blocks(chapter.blocks), renderer.endnotes()
        )


def _macro(name: str) -> Callable[..., str]:
    found: Callable[..., str] = templates.macros(_PAGES)[name]
    return found


def _prepared(body: str, book: Book) -> str:
    """Return a unit's body with every direction made explicit."""
    way = direction(book.metadata.language)
    tree = etree.fromstring(f'<body dir="{way}" lang="{book.metadata.language}">{body}</body>'.encode())
    resolve(tree, for_print=True)
    for element in tree.iter():
        if element.text is None and not len(element) and element.tag not in _VOID:
            element.text = ""
    text = etree.tostring(tree, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("</body>")]
