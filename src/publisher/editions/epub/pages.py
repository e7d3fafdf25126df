"""The pages that an e-book has besides its text: cover, title page, imprint."""

from collections.abc import Iterator, Sequence

from publisher.arabic import digits
from publisher.book import Book
from publisher.config import Settings
from publisher.editions.epub.content import PAGES, Content, document, shell
from publisher.editions.epub.typefaces import Carried
from publisher.words import words_of
from publisher.xhtml import templates
from publisher.xhtml.dates import both_years

COVER_IMAGE = "cover.jpg"


def cover_content(book: Book) -> Content:
    """Return the page of the cover: one picture, and what it says."""
    m, words = book.metadata, words_of(book.metadata.language)
    said = "، ".join(x for x in (f"{words['cover']}: {m.title}", m.subtitle, "، ".join(m.authors)) if x)
    body = templates.macros(PAGES)["Cover"](m, f"../images/{COVER_IMAGE}", f"{said}.")
    return _content(book, "cover.xhtml", words["cover"], body)


def title_content(book: Book, settings: Settings) -> Content:
    """Return the title page."""
    m = book.metadata
    years = both_years(m.date, m.language, settings.typography.digits) if m.date else ""
    where = "، ".join(x for x in (m.place, years) if x)
    body = templates.macros(PAGES)["TitlePage"](m, where)
    return _content(book, "title.xhtml", words_of(m.language)["title-page"], body)


def imprint_content(book: Book, settings: Settings, carried: Sequence[Carried]) -> Content:
    """Return the imprint: rights, numbers, faces and how to see them."""
    words = words_of(book.metadata.language)
    title = words["copyright-page"]
    body = templates.macros(PAGES)["Imprint"](title, list(_imprint(book, settings, carried)))
    return _content(book, "imprint.xhtml", title, body, "backmatter" if book.is_article else "frontmatter")


def _content(book: Book, name: str, title: str, body: str, matter: str = "frontmatter") -> Content:
    return Content(name, title, matter, document(shell(book, title, matter, body)), ())


def _imprint(book: Book, settings: Settings, carried: Sequence[Carried]) -> Iterator[str]:
    m, words = book.metadata, words_of(book.metadata.language)
    numerals = settings.typography.digits
    yield f"{m.title}: {m.subtitle}" if m.subtitle else m.title
    if m.authors:
        yield f"{words['by']}: {'، '.join(m.authors)}"
    years = both_years(m.date, m.language, numerals) if m.date else ""
    edition = "، ".join(x for x in (f"{words['edition']} {m.edition}" if m.edition else "", years) if x)
    if edition:
        yield edition
    if m.publisher:
        yield "، ".join(x for x in (m.publisher, m.place) if x)
    if m.series:
        yield "، ".join(x for x in (m.series, digits.to_family(m.series_number, numerals)) if x)
    yield f"© {m.rights or words['rights']}"
    for kind, number in (("electronic", m.isbn), ("printed", m.print_isbn)):
        if number:
            yield f"{words['isbn']} ({words[kind]}): {number}"
    faces = dict.fromkeys(f"{one.face.name} {one.face.version}".strip() for one in carried if one.face.role != "marks")
    yield f"{words['set-in']} {'، '.join(faces)}"
    yield words["made-with-faces"]
