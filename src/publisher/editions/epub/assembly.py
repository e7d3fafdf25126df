"""The package of an e-book: which files it holds, in which order they are read, what leads where."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.book import Book, direction
from publisher.editions import Materials
from publisher.editions.epub import metadata, onix
from publisher.editions.epub.accessibility import accessibility, features, holdings_of
from publisher.editions.epub.archive import content_hash
from publisher.editions.epub.content import Content
from publisher.editions.epub.finishing import properties_of, qualified
from publisher.editions.epub.navigation import Place, contents, nav_document, ncx, points
from publisher.editions.epub.pages import COVER_IMAGE
from publisher.editions.epub.pictures import Picture
from publisher.editions.epub.sheet import book_sheet
from publisher.editions.epub.typefaces import Carried, licence_text
from publisher.editions.epub.writer import FOLDER, NCX_TYPE, Item, Package, Said
from publisher.words import words_of

XHTML_TYPE = "application/xhtml+xml"
TEXT = "text/"
NAV = "nav.xhtml"
RECORD = "meta/onix.xml"


@dataclass(frozen=True, slots=True)
class Parts:
    """What an e-book is put together from."""

    texts: Sequence[Content]
    """Content documents in reading order, the navigation not among them."""
    pictures: Sequence[Picture]
    carried: Sequence[Carried]
    cover: Callable[[], bytes]
    """Gives the cover picture, when it is drawn."""
    pages: Sequence[tuple[str, str]] = ()
    """Id and folio of each marked page of the printed book."""


def package_of(book: Book, materials: Materials, parts: Parts) -> Package:
    """Return the whole package."""
    settings, language = materials.settings, book.metadata.language
    words = words_of(language)
    places = {ident: text.name for text in parts.texts for ident in text.ids}
    marks = _landmarks(book, parts.texts)
    held = holdings_of(book, materials.assets, len(parts.pages))
    modified = metadata.modified_date(book.metadata)
    record = onix.record(
        book, metadata.identifier(book.metadata, settings.epub), tuple(features(held)), modified, settings
    )
    items = (
        *_navigation(book, materials, parts, places, marks),
        *_texts(parts.texts, places),
        Item("css/book.css", book_sheet(settings, materials.faces, parts.carried).encode(), "text/css", "style"),
        *_pictures(parts),
        *_faces(parts.carried),
        Item(f"{FOLDER}/{RECORD}", record, "application/xml", is_in_manifest=False),
    )
    revision = content_hash((item.name, item.data) for item in items)[:16]
    described = metadata.package_metadata(
        book, settings.epub, accessibility(held, words), revision, has_pages=bool(parts.pages)
    )
    link = Said("link", "", {"rel": "record", "href": RECORD, "media-type": "application/xml", "properties": "onix"})
    return Package(
        language=language,
        direction=direction(language),
        title=book.metadata.title,
        modified=modified,
        metadata=(*described, link),
        items=items,
        spine=_spine(parts.texts),
        guide=[(_GUIDE[mark.type], mark.title, mark.href) for mark in marks if mark.type in _GUIDE],
        prefixes=metadata.PREFIXES,
    )


_GUIDE = {"cover": "cover", "titlepage": "title-page", "toc": "toc", "bodymatter": "text"}
"""What old readers call a landmark."""


def _landmarks(book: Book, texts: Sequence[Content]) -> list[Place]:
    words = words_of(book.metadata.language)
    names = {text.name for text in texts}
    body = next((text for text in texts if text.matter == "bodymatter"), texts[-1])
    back = next((text for text in texts if text.matter == "backmatter" and text.chapter), None)
    return [
        Place("cover", words["cover"], f"{TEXT}cover.xhtml"),
        *([Place("titlepage", words["title-page"], f"{TEXT}title.xhtml")] if "title.xhtml" in names else []),
        Place("toc", words["contents"], f"{NAV}#toc"),
        Place("bodymatter", words["begin"], f"{TEXT}{body.name}"),
        *([Place("backmatter", back.title, f"{TEXT}{back.name}")] if back else []),
    ]


def _navigation(
    book: Book, materials: Materials, parts: Parts, places: Mapping[str, str], marks: Sequence[Place]
) -> Iterator[Item]:
    settings = materials.settings
    entries = points(contents(book, settings.numbering.contents_depth), book, places, TEXT)
    pages = [Place("page", folio, f"{TEXT}{places[ident]}#{ident}") for ident, folio in parts.pages if ident in places]
    yield Item(NAV, nav_document(book, entries, marks, pages), XHTML_TYPE, "nav", ("nav",))
    uid = metadata.identifier(book.metadata, settings.epub)
    yield Item("toc.ncx", ncx(book, uid, entries, pages), NCX_TYPE, "ncx")


def _texts(texts: Sequence[Content], places: Mapping[str, str]) -> Iterator[Item]:
    for text in texts:
        data = qualified(text.data, text.name, places)
        yield Item(TEXT + text.name, data, XHTML_TYPE, _ident(text), properties_of(data))


def _ident(text: Content) -> str:
    return f"text-{text.name.removesuffix('.xhtml')}"


def _pictures(parts: Parts) -> Iterator[Item]:
    yield Item(f"images/{COVER_IMAGE}", parts.cover(), "image/jpeg", "cover-image", ("cover-image",))
    for number, picture in enumerate(parts.pictures, start=1):
        yield Item(f"images/{picture.name}", picture.data, picture.media_type, f"image-{number}")
    drawings = dict(drawing for text in parts.texts for drawing in text.drawings)
    for number, (name, data) in enumerate(sorted(drawings.items()), start=1):
        yield Item(f"images/{name}", data, "image/svg+xml", f"formula-{number}")


def _faces(carried: Sequence[Carried]) -> Iterator[Item]:
    texts: dict[str, list[str]] = {}
    for number, one in enumerate(carried, start=1):
        yield Item(f"fonts/{one.name}", one.data, one.media_type, f"face-{number}")
        if text := licence_text(one.face):
            texts.setdefault(text, []).append(one.face.key)
    for number, (text, keys) in enumerate(texts.items(), start=1):
        yield Item(f"fonts/{keys[0]}-licence.txt", text.encode(), "text/plain", f"licence-{number}")


def _spine(texts: Sequence[Content]) -> list[str]:
    """Return the order of reading: the contents come before the first text of the book's own."""
    own = next((i for i, text in enumerate(texts) if text.chapter), len(texts))
    return [*map(_ident, texts[:own]), "nav", *map(_ident, texts[own:])]
