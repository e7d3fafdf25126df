"""What the package document says of a book (B7…C8): everything from the Book and its settings, nothing from the clock."""

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from typing import Final

from publisher.arabic.digits import to_family
from publisher.book import Book, Metadata
from publisher.config import EpubSettings
from publisher.editions.epub.names import filed_name, filed_title, is_isbn, isbn_digits
from publisher.editions.epub.writer import UNIQUE_ID, Said, stable_id

CLAIM: Final = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
PREFIXES: Final = ("ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/",)
_UNDATED: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def modified_date(metadata: Metadata, environment: Mapping[str, str] = os.environ) -> dt.datetime:
    """Return when the book was last changed: `SOURCE_DATE_EPOCH`, or its date of publication; never now (B7)."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and epoch.isascii():
        try:
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
        except (OverflowError, OSError, ValueError):
            return _UNDATED
    found = _DATE.match(metadata.date)
    try:
        return dt.datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=dt.UTC) if found else _UNDATED
    except ValueError:
        return _UNDATED


def identifier(metadata: Metadata, settings: EpubSettings) -> str:
    """Return the identifier of the e-book: the one that is set, or one that its name and authors always give (B8)."""
    own = settings.identifier.strip()
    if own.lower().startswith("urn:"):
        return own
    return stable_id(own or "\n".join((metadata.slug, *metadata.authors)))


def package_metadata(
    book: Book, settings: EpubSettings, accessibility: Iterator[tuple[str, str]], revision: str, *, has_pages: bool
) -> tuple[Said, ...]:
    """Return the elements of the metadata in order."""
    m = book.metadata
    return (
        Said("identifier", identifier(m, settings), {"id": UNIQUE_ID}, is_dublin_core=True),
        *_isbn(m.isbn),
        *_titles(m),
        Said("language", m.language, {}, is_dublin_core=True),
        *_authors(m, settings),
        *_publication(m),
        *_subjects(m),
        *_series(m),
        *_pages(m, has_pages=has_pages),
        *(_meta(name, value) for name, value in accessibility),
        *_claim(settings),
        _meta("schema:version", revision),
        *_legacy(m),
    )


def _meta(name: str, value: str, refines: str = "", **more: str) -> Said:
    attributes = {"property": name} | ({"refines": f"#{refines}"} if refines else {}) | more
    return Said("meta", value, attributes)


def _isbn(isbn: str) -> Iterator[Said]:
    if is_isbn(isbn):
        yield Said("identifier", f"urn:isbn:{isbn_digits(isbn)}", {"id": "isbn"}, is_dublin_core=True)
        yield _meta("identifier-type", "15", "isbn", scheme="onix:codelist5")


def _titles(m: Metadata) -> Iterator[Said]:
    full = f"{m.title}: {m.subtitle}" if m.subtitle else m.title
    yield Said("title", full, {"id": "title"}, is_dublin_core=True)
    yield _meta("title-type", "main", "title")
    yield _meta("file-as", filed_title(m.title), "title")


def _authors(m: Metadata, settings: EpubSettings) -> Iterator[Said]:
    for number, name in enumerate(m.authors, start=1):
        ident = f"creator-{number}"
        filed = settings.authors_filed[number - 1] if number <= len(settings.authors_filed) else filed_name(name)
        yield Said("creator", name, {"id": ident}, is_dublin_core=True)
        yield _meta("role", "aut", ident, scheme="marc:relators")
        yield _meta("file-as", filed, ident)
        yield _meta("display-seq", str(number), ident)
        if number <= len(settings.authors_latin):
            latin = {"{http://www.w3.org/XML/1998/namespace}lang": "ar-Latn", "dir": "ltr"}
            yield _meta("alternate-script", settings.authors_latin[number - 1], ident, **latin)


def _publication(m: Metadata) -> Iterator[Said]:
    for name, value in (
        ("publisher", m.publisher),
        ("date", m.date if _DATE.match(m.date) else ""),
        ("rights", m.rights),
        ("description", " ".join(m.description.split())),
    ):
        if value:
            yield Said(name, value, {}, is_dublin_core=True)


def _subjects(m: Metadata) -> Iterator[Said]:
    for number, code in enumerate(m.subjects, start=1):
        ident = f"subject-{number}"
        yield Said("subject", code, {"id": ident}, is_dublin_core=True)
        yield _meta("authority", "Thema", ident)
        yield _meta("term", code, ident)
    for word in m.keywords:
        yield Said("subject", word, {}, is_dublin_core=True)


def _series(m: Metadata) -> Iterator[Said]:
    if not m.series:
        return
    yield _meta("belongs-to-collection", m.series, id="series")
    yield _meta("collection-type", "series", "series")
    position = to_family(m.series_number, "latn")
    if re.fullmatch(r"\d+(\.\d+)*", position):
        yield _meta("group-position", position, "series")
        yield Said("meta", "", {"name": "calibre:series_index", "content": position})
    yield Said("meta", "", {"name": "calibre:series", "content": m.series})


def _pages(m: Metadata, *, has_pages: bool) -> Iterator[Said]:
    """Yield the printed book that the page list follows (C5, I5)."""
    printed = f"urn:isbn:{isbn_digits(m.print_isbn)}" if is_isbn(m.print_isbn) else ""
    if printed:
        yield Said("source", printed, {"id": "source"}, is_dublin_core=True)
    if has_pages:
        yield _meta("pageBreakSource", printed or "، ".join(x for x in (m.title, m.publisher, m.date) if x))


def _claim(settings: EpubSettings) -> Iterator[Said]:
    """Yield the claim of conformance, only when someone checked it (I3, I4)."""
    if settings.certified_by:
        yield _meta("dcterms:conformsTo", CLAIM, id="conformance")
        yield _meta("a11y:certifiedBy", settings.certified_by, "conformance")


def _legacy(m: Metadata) -> Iterator[Said]:
    """Yield what readers of before EPUB 3 look for (B9, J2)."""
    yield Said("meta", "", {"name": "cover", "content": "cover-image"})
    way = "horizontal-rl" if m.language.split("-")[0] in ("ar", "fa", "ur", "he") else "horizontal-lr"
    yield Said("meta", "", {"name": "primary-writing-mode", "content": way})
    yield _meta("ibooks:specified-fonts", "true")
