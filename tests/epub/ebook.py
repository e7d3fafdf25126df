"""A made e-book opened for a test: its files, its trees, what its package says."""

import io
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from lxml import etree
from tests.tools import shared

from publisher.book import Book
from publisher.build import Prepared, prepare
from publisher.diagnostic import Diagnostic
from publisher.editions import Materials
from publisher.editions.epub import make

ROOT = Path(__file__).parents[2]
SPECIMEN = ROOT / "tests" / "books" / "specimen"
SEED = ROOT / "manuscript"
CERTIFIER = "دار النقطة"

NS = {
    "x": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "m": "http://www.w3.org/1998/Math/MathML",
    "o": "http://ns.editeur.org/onix/3.0/reference",
}
TYPE = f"{{{NS['epub']}}}type"

Element = etree._Element


class Ebook:
    """An e-book in memory."""

    def __init__(self, data: bytes, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        self.data = data
        self.diagnostics = diagnostics
        self.archive = zipfile.ZipFile(io.BytesIO(data))

    @cached_property
    def names(self) -> list[str]:
        """Names of the entries, in order."""
        return self.archive.namelist()

    def read(self, name: str) -> bytes:
        """Return a file by its path from the package's folder."""
        return self.archive.read(f"EPUB/{name}")

    def text(self, name: str) -> str:
        """Return a file as text."""
        return self.read(name).decode()

    def tree(self, name: str) -> Element:
        """Return the root of an XML file."""
        return etree.fromstring(self.read(name))

    @cached_property
    def opf(self) -> Element:
        """The package document."""
        return self.tree("content.opf")

    @cached_property
    def texts(self) -> dict[str, Element]:
        """The content documents in reading order, by path; the navigation is one of them."""
        items = {item.get("id"): str(item.get("href")) for item in self.opf.iterfind(".//opf:item", NS)}
        order = [items[ref.get("idref")] for ref in self.opf.iterfind(".//opf:itemref", NS)]
        return {name: self.tree(name) for name in order}

    @cached_property
    def chapters(self) -> dict[str, Element]:
        """The content documents that hold the author's text."""
        own = ("text/cover", "text/title", "text/imprint", "nav")
        return {name: tree for name, tree in self.texts.items() if not name.startswith(own)}

    def all(self, path: str) -> list[Element]:
        """Return the elements of all content documents that an XPath names."""
        return [element for tree in self.texts.values() for element in tree.xpath(path, namespaces=NS)]

    def meta(self, name: str, refines: str = "") -> list[str]:
        """Return the values of a property of the metadata."""
        found = self.opf.iterfind(f".//opf:meta[@property='{name}']", NS)
        return [m.text or "" for m in found if (m.get("refines") or "") == (f"#{refines}" if refines else "")]

    def dublin_core(self, name: str) -> list[str]:
        """Return the values of a Dublin Core element."""
        return [e.text or "" for e in self.opf.iterfind(f".//dc:{name}", NS)]

    def named(self, name: str) -> str | None:
        """Return what a `meta` of before EPUB 3 says."""
        return next((m.get("content") for m in self.opf.iterfind(f".//opf:meta[@name='{name}']", NS)), None)

    @cached_property
    def css(self) -> str:
        """The style sheet."""
        return self.text("css/book.css")


@cache
def prepared(path: Path) -> Prepared:
    """Return a book of the tests, ready for the editions."""
    return prepare(path, {})


def materials(ready: Prepared, facts: Mapping[str, Any] | None = None, **epub: Any) -> Materials:
    """Return what an edition of a prepared book is made with; `epub` changes settings of the table `[epub]`."""
    settings = replace(ready.settings, epub=replace(ready.settings.epub, **epub))
    return Materials(settings, ready.faces, ready.assets, facts or {}, sources=ready.sources)


def made(book: Book, with_these: Materials) -> Ebook:
    """Return the e-book of a book."""
    result = make(book, with_these)
    return Ebook(result.files[0][1], result.diagnostics)


@cache
def specimen() -> Ebook:
    """Return the specimen's e-book, checked for accessibility, with a page map."""
    ready = prepared(SPECIMEN)
    return made(ready.book, materials(ready, page_map(ready.book), certified_by=CERTIFIER))


@cache
def seed() -> Ebook:
    """Return the seed's e-book."""
    ready = prepared(SEED)
    return made(ready.book, materials(ready))


@cache
def long_book() -> Ebook:
    """Return the e-book of a generated book: parts, a chapter too long for one file, front and back matter."""
    from tests.epub.long_book import generated

    ready = prepared(SPECIMEN)
    plain = replace(ready, assets={}, sources=())
    return made(generated(), materials(plain))


@cache
def pasted() -> Ebook:
    """Return the e-book of a pasted text that stands beside the project."""
    ready = prepared(shared("manuscripts/seed.txt"))
    return made(ready.book, materials(ready))


@cache
def bench_book() -> Ebook:
    """Return the e-book of the bench, of 15 chapters."""
    from benchmarks.make_book import write

    with tempfile.TemporaryDirectory() as folder:
        write(15, Path(folder))
        ready = prepare(Path(folder) / "manuscript", {})
    return made(ready.book, materials(ready))


def page_map(book: Book) -> dict[str, Any]:
    """Return a page map of a book: a chapter begins an odd page, and a page holds a thousand letters."""
    from publisher.editions.audit import book_text
    from publisher.editions.fingerprint import fingerprint

    folio, anchors, breaks = 7, {}, {}
    for chapter in book.chapters():
        folio += folio % 2 == 0
        anchors[chapter.id] = _arabic(folio)
        letters = len(book_text(chapter).replace(" ", ""))
        later = list(range(1000, letters, 1000))
        breaks[chapter.id] = [[offset, _arabic(folio + n)] for n, offset in enumerate(later, start=1)]
        folio += len(later) + 1
    return {"page_map": {"fingerprint": fingerprint(book), "folios": [], "anchors": anchors, "breaks": breaks}}


def _arabic(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
