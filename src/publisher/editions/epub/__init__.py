"""The EPUB edition: a prepared Book → content documents, navigation, faces, pictures → one file that is read back."""

from collections.abc import Iterator, Sequence

from publisher.book import Book
from publisher.diagnostic import Diagnostic, Said, error, note
from publisher.editions import Made, Materials
from publisher.editions.epub.assembly import Parts, package_of
from publisher.editions.epub.content import Content, chapter_contents, divisions
from publisher.editions.epub.cover import begin_cover
from publisher.editions.epub.names import is_isbn
from publisher.editions.epub.pagebreaks import Break, numbered
from publisher.editions.epub.pages import cover_content, imprint_content, title_content
from publisher.editions.epub.pictures import Picture, pictures_of
from publisher.editions.epub.reading import audit
from publisher.editions.epub.typefaces import Carried, carried_faces
from publisher.editions.epub.writer import write_package
from publisher.editions.pagemap import page_starts

WRONG_ISBN = error(
    "wrong-isbn",
    Said("رقم ISBN غير صحيح: {isbn}", "{isbn} is no ISBN: its check digit is wrong"),
    Said("راجع الرقم في book.toml رقمًا رقمًا.", "compare the number in book.toml digit by digit."),
)

STALE_PAGES = note(
    "stale-page-map",
    Said(
        "أرقام صفحات الطبعة الورقية من بناء سابق لأصل آخر، فتُركت",
        "the page map is of another manuscript or settings; it is not used",
    ),
    Said("ابنِ pdf ثم epub، أو استعمل ‎--edition all.", "build pdf, then epub; or use --edition all."),
)


def make(book: Book, materials: Materials) -> Made:
    """Return the e-book of a book."""
    settings, faces = materials.settings, materials.faces
    own = materials.assets.get(settings.epub.cover, b"")
    cover = begin_cover(book, settings, faces, own, materials.jobs)
    carried = carried_faces(book, faces, settings.style)
    pictures = tuple(pictures_of(materials.assets, settings.epub.cover))
    starts = page_starts(book, materials.facts)
    breaks = numbered(starts or ())
    texts = tuple(_texts(book, materials, pictures, carried, breaks))
    pages = [(one.id, one.start.folio) for one in breaks]
    data = write_package(package_of(book, materials, Parts(texts, pictures, carried, cover, pages)))
    found = (
        *_wrong_isbns(book),
        *(() if starts is not None else (STALE_PAGES.at(None),)),
        *(diagnostic for text in texts for diagnostic in text.diagnostics),
        *audit(data, book, texts),
    )
    return Made(((f"{book.metadata.slug}.epub", data),), found)


def _texts(
    book: Book,
    materials: Materials,
    pictures: tuple[Picture, ...],
    carried: tuple[Carried, ...],
    breaks: Sequence[Break],
) -> Iterator[Content]:
    """Yield the content documents in reading order. An article has no title page, and its imprint stands at the end."""
    settings = materials.settings
    images = {picture.path: picture.name for picture in pictures}
    imprint = imprint_content(book, settings, carried)
    yield cover_content(book)
    if not book.is_article:
        yield title_content(book, settings)
        yield imprint
    for division in divisions(book):
        yield from chapter_contents(book, division, settings, images, breaks)
    if book.is_article:
        yield imprint


def _wrong_isbns(book: Book) -> Iterator[Diagnostic]:
    m = book.metadata
    return (WRONG_ISBN.at(None, isbn=isbn) for isbn in (m.isbn, m.print_isbn) if isbn and not is_isbn(isbn))
