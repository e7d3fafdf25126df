"""EbookLib 0.20 under contract: the two methods that are taken over, and what of it is never used."""

import datetime as dt
import importlib.metadata
import re

from ebooklib import epub
from tests.epub.ebook import NS, ROOT, Ebook

from publisher.editions.epub.writer import Item, Package, Said, Writer, write_package

_WHEN = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
_PAGE = "<?xml version='1.0'?><html><p><b>أ</b><i>ب</i></p></html>".encode()


def _package(*items: Item, direction: str = "rtl") -> Package:
    said = (Said("identifier", "urn:uuid:x", {"id": "pub-id"}, is_dublin_core=True),)
    return Package("ar", direction, "عنوان", _WHEN, said, items, [items[0].id], [("cover", "الغلاف", "a.xhtml")])


def test_version() -> None:
    """The hooks were written for this version."""
    assert importlib.metadata.version("ebooklib") == "0.20"


def test_package_document_hook_gets_the_finished_tree() -> None:
    """`_write_opf_file(root)` is called once, with a tree without namespaces that holds spine, manifest and guide."""
    seen = []

    class Spy(Writer):
        def _write_opf_file(self, root: object) -> None:
            seen.append(root)
            super()._write_opf_file(root)

    book = epub.EpubBook()
    book.direction = "rtl"
    Spy(book, _WHEN).write()
    (root,) = seen
    assert root.tag == "package"
    assert [child.tag for child in root] == ["metadata", "manifest", "spine"]


def test_package_document_is_mended() -> None:
    """The tree that EbookLib wrote alone says neither language nor the right prefixes, and names an NCX that is none."""
    opf = Ebook(write_package(_package(Item("a.xhtml", _PAGE, "application/xhtml+xml", "a")))).opf
    assert opf.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert opf.get("dir") == "rtl"
    assert opf.get("prefix") is None
    assert opf.find("opf:spine", NS).attrib == {"page-progression-direction": "rtl"}


def test_write_returns_the_archive_and_leaves_no_file() -> None:
    """`write()` gives bytes; EbookLib's own opens a file by name."""
    data = write_package(_package(Item("a.xhtml", _PAGE, "application/xhtml+xml", "a")))
    assert Ebook(data).names == ["mimetype", "META-INF/container.xml", "EPUB/content.opf", "EPUB/a.xhtml"]


def test_items_are_written_verbatim() -> None:
    """Bytes of an `EpubItem` are not parsed: no space comes between two inline elements."""
    assert Ebook(write_package(_package(Item("a.xhtml", _PAGE, "application/xhtml+xml", "a")))).read("a.xhtml") == _PAGE


def test_nothing_of_ebooklib_that_loses_text_is_used() -> None:
    """Classes that parse pages again, and calls that write faulty metadata, stand nowhere in the edition."""
    lossy = re.compile(r"EpubHtml|EpubNcx|EpubNav|EpubCover|set_cover|add_author|set_title|set_identifier|write_epub")
    sources = sorted((ROOT / "src/publisher/editions/epub").glob("*.py"))
    assert len(sources) > 10
    for source in sources:
        assert not lossy.search(source.read_text(encoding="utf-8")), source.name
