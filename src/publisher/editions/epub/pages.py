"""The pages that an e-book has besides its text: cover, title page, imprint."""

from collections.abc import Sequence

from publisher.book import Book
from publisher.config import Settings
from publisher.editions.epub.content import PAGES, Content, document, shell
from publisher.editions.epub.typefaces import Carried
from publisher.editions.imprint import imprint_lines, place_and_years
from publisher.words import words_of
from publisher.xhtml import templates

COVER_IMAGE = "cover.jpg"


def cover_content(book: Book) -> Content:
    """Return the page of the cover: one picture, and what it says."""
    m, words = book.metadata, words_of(book.metadata.language)
    said = words.listed((f"{words['cover']}: {m.title}", m.subtitle, m.byline))
    body = templates.macros(PAGES)["Cover"](m, f"../images/{COVER_IMAGE}", f"{said}.")
    return _content(book, "cover.xhtml", words["cover"], body)


def title_content(book: Book, settings: Settings) -> Content:
    """Return the title page."""
    m = book.metadata
    body = templates.macros(PAGES)["TitlePage"](m, place_and_years(m, settings))
    return _content(book, "title.xhtml", words_of(m.language)["title-page"], body)


def imprint_content(book: Book, settings: Settings, carried: Sequence[Carried]) -> Content:
    """Return the imprint: rights, numbers, faces and how to see them."""
    words = words_of(book.metadata.language)
    title = words["copyright-page"]
    faces = (one.face for one in carried if one.face.role != "marks")
    lines = [*imprint_lines(book.metadata, settings, faces), words["made-with-faces"]]
    body = templates.macros(PAGES)["Imprint"](title, lines)
    return _content(book, "imprint.xhtml", title, body, "backmatter" if book.is_article else "frontmatter")


def _content(book: Book, name: str, title: str, body: str, matter: str = "frontmatter") -> Content:
    return Content(name, title, matter, document(shell(book, title, matter, body)), ())
