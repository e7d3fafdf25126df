"""The printed book as units that each start a page: title pages, contents, chapters, colophon."""

from collections.abc import Callable, Iterator

from lxml import etree
from markupsafe import Markup

from publisher.apparatus import Entry, navigation
from publisher.arabic import digits
from publisher.book import Book, Chapter, Metadata, Part, direction
from publisher.config import Settings
from publisher.direction import resolve
from publisher.editions.cover import cover_page
from publisher.editions.pdf.renderer import PrintRenderer
from publisher.editions.pdf.tokens import tokens_of, trim_of
from publisher.fonts.choosing import Faces
from publisher.fonts.measure import width_of
from publisher.nodes import Inlines, inline_text
from publisher.press.job import Unit
from publisher.words import words_of
from publisher.xhtml import templates
from publisher.xhtml.dates import both_years, printed_date

_PAGES = "pages.xhtml.j2"
_VOID = frozenset({"br", "img", "hr", "wbr", "col"})


def book_units(book: Book, settings: Settings, faces: Faces) -> tuple[Unit, ...]:
    """Return the units of a book in order."""
    return tuple(_article(book, settings, faces) if book.is_article else _book(book, settings, faces))


def _article(book: Book, settings: Settings, faces: Faces) -> Iterator[Unit]:
    numerals = settings.typography.digits
    metadata = book.metadata
    date = printed_date(metadata.date, metadata.language, numerals) if metadata.date else ""
    block = Markup(_macro("TitleBlock")(metadata, date)) if metadata.title else Markup("")
    for index, chapter in enumerate(book.chapters()):
        body = (block if index == 0 else Markup("")) + _text(book, chapter, settings, faces)
        section = Markup('<section class="article" id="{0}">{1}</section>').format(chapter.id, body)
        heads = {"book": metadata.title, "chapter": metadata.title}
        yield Unit(chapter.id, _prepared(section, book), heads=heads, opens="next" if index else "recto")


def _book(book: Book, settings: Settings, faces: Faces) -> Iterator[Unit]:
    metadata = book.metadata
    numerals = settings.typography.digits
    heads = {"book": metadata.title, "chapter": ""}
    yield Unit("cover", _cover(book, settings, faces), heads=heads, series="none")
    where = "، ".join(x for x in (metadata.place, _years(metadata, numerals)) if x)
    yield Unit("half-title", _prepared(_macro("HalfTitle")(metadata), book), heads=heads, series="front")
    title_page = _macro("TitlePage")(metadata, {"where": where})
    yield Unit("title-page", _prepared(title_page, book), heads=heads, series="front")
    imprint = _macro("Imprint")(_imprint(book, settings, faces))
    yield Unit("imprint", _prepared(imprint, book), heads=heads, opens="next", series="front")
    depth = settings.numbering.contents_depth
    if depth:
        yield Unit("contents", _prepared(_contents(book, settings, faces, depth), book), heads=heads, series="front")
    for chapter in book.front:
        yield _chapter(book, chapter, settings, faces, "front")
    for division in book.body:
        if isinstance(division, Part):
            yield _part(book, division, settings, faces)
            for chapter in division.chapters:
                yield _chapter(book, chapter, settings, faces, "body")
        else:
            yield _chapter(book, division, settings, faces, "body")
    for chapter in book.back:
        yield _chapter(book, chapter, settings, faces, "body")


def _cover(book: Book, settings: Settings, faces: Faces) -> str:
    return _prepared(cover_page(book.metadata, settings, trim_of(settings), faces.all), book)


def _years(metadata: Metadata, numerals: str) -> str:
    return both_years(metadata.date, metadata.language, numerals) if metadata.date else ""


def _imprint(book: Book, settings: Settings, faces: Faces) -> list[str]:
    """Return the lines of the copyright page."""
    m, words = book.metadata, words_of(book.metadata.language)
    numerals = settings.typography.digits
    text_face = faces.of_family(faces.families["text"])[0]
    years = _years(m, numerals)
    lines = [
        f"{m.title}: {m.subtitle}" if m.subtitle else m.title,
        f"{words['by']}: {'، '.join(m.authors)}" if m.authors else "",
        "، ".join(x for x in (f"{words['edition']} {m.edition}" if m.edition else "", years) if x),
        f"{m.series}{'، ' + digits.to_family(m.series_number, numerals) if m.series_number else ''}"
        if m.series
        else "",
        f"© {m.rights or words['rights']}",
        f"{words['isbn']}: {m.print_isbn or m.isbn}" if m.print_isbn or m.isbn else "",
        f"{words['set-in']} {text_face.name} {text_face.version}",
    ]
    return [line for line in lines if line]


def _contents(book: Book, settings: Settings, faces: Faces, depth: int) -> Markup:
    numerals = settings.typography.digits
    renderer = PrintRenderer(book, settings, tokens_of(settings), faces)
    entries = tuple(flat(navigation(book, depth)))
    rows = [
        {
            "level": entry.level,
            "label": entry.label,
            "title": renderer.inlines(entry.title),
            "target": entry.target,
            "blank": digits.number(88, numerals),
        }
        for entry in entries
    ]
    return Markup(_macro("Contents")(renderer.words["contents"], rows, _label_widths(entries, settings, faces)))


def _label_widths(entries: tuple[Entry, ...], settings: Settings, faces: Faces) -> dict[int, float]:
    """Return the width of the column of labels of each level, in pt: the widest label and a space after it."""
    size = tokens_of(settings).size
    face = faces.of_family(faces.families["text"])[0]
    widths: dict[int, float] = {}
    for entry in entries:
        if entry.label:
            widths[entry.level] = max(widths.get(entry.level, 0.0), (width_of(entry.label, face) + 0.7) * size)
    return {level: round(width, 2) for level, width in widths.items()}


def flat(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield a tree of entries in reading order."""
    for entry in entries:
        yield entry
        yield from flat(entry.children)


def _part(book: Book, part: Part, settings: Settings, faces: Faces) -> Unit:
    opening = _opening(book, part.opening or Chapter(part.id, part.heading, ()), settings, faces, part.heading.id)
    text = _text(book, part.opening, settings, faces) if part.opening else Markup("")
    body = Markup('<section class="part" id="{0}">{1}{2}</section>').format(part.id, opening, text)
    return Unit(part.id, _prepared(body, book), heads=_heads(book, part.heading.title))


def _chapter(book: Book, chapter: Chapter, settings: Settings, faces: Faces, series: str) -> Unit:
    opening = _opening(book, chapter, settings, faces, chapter.heading.id if chapter.heading else "")
    body = Markup('<section class="chapter {0}" id="{1}">{2}{3}</section>').format(
        chapter.role, chapter.id, opening, _text(book, chapter, settings, faces)
    )
    heads = _heads(book, chapter.heading.title if chapter.heading else ())
    return Unit(chapter.id, _prepared(body, book), heads=heads, series=series)


def _heads(book: Book, title: Inlines) -> dict[str, str]:
    return {"book": book.metadata.title, "chapter": inline_text(title) or book.metadata.title}


def _opening(book: Book, chapter: Chapter, settings: Settings, faces: Faces, ident: str) -> Markup:
    heading = chapter.heading
    if heading is None:
        return Markup("")
    renderer = PrintRenderer(book, settings, tokens_of(settings), faces, chapter)
    return Markup(_macro("Opening")(ident, heading.label, renderer.inlines(heading.title)))


def _text(book: Book, chapter: Chapter, settings: Settings, faces: Faces) -> Markup:
    renderer = PrintRenderer(book, settings, tokens_of(settings), faces, chapter)
    indent = {"none": " no-indent", "not-first": " not-first"}.get(settings.typography.indent, "")
    return Markup('<div class="text-of{0}"><div class="text">{1}</div></div>').format(
        indent, renderer.blocks(chapter.blocks)
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
