"""EbookLib as the writer of container, package document and archive; every other byte of the book is ours.

Two of its methods are taken over: `_write_opf_file`, where the finished package document is corrected before it is
written, and `write`, which keeps the archive in memory. A contract test holds each of them.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ebooklib import epub
from lxml import etree

from publisher.editions.epub.archive import Archive

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
NCX_TYPE: Final = "application/x-dtbncx+xml"
FOLDER: Final = "EPUB"
UNIQUE_ID: Final = "pub-id"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book."""

    name: str
    """Path from the folder of the package document; from the root of the archive for what is not in the manifest."""
    data: bytes
    media_type: str
    id: str = ""
    properties: tuple[str, ...] = ()
    is_in_manifest: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """One element of the metadata: `dc:NAME`, or `meta`, `link`."""

    name: str
    text: str
    attributes: Mapping[str, str]
    is_dublin_core: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """All that the package document says."""

    language: str
    direction: str
    title: str
    modified: dt.datetime
    metadata: Sequence[Said]
    items: Sequence[Item]
    spine: Sequence[str]
    """Ids of items in reading order."""
    guide: Sequence[tuple[str, str, str]]
    """Type, title and address of the places that old readers look for."""
    prefixes: Sequence[str] = ()


class Writer(epub.EpubWriter):
    """EbookLib's writer with the corrections that its package document needs."""

    def __init__(self, book: Any, modified: dt.datetime) -> None:
        options = {
            "mtime": modified,
            "raise_exceptions": True,
            "package_direction": True,
            "epub3_pages": False,
            "epub3_landmark": False,
        }
        super().__init__("", book, options)
        self.out = Archive()

    def _write_opf_file(self, root: Any) -> None:
        root.set(XML_LANG, self.book.language)
        root.attrib.pop("prefix", None)
        if self.book.prefixes:
            root.set("prefix", " ".join(self.book.prefixes))
        if not any(item.media_type == NCX_TYPE for item in self.book.items):
            root.find("spine").attrib.pop("toc", None)
        etree.cleanup_namespaces(root)
        super()._write_opf_file(root)

    def write(self) -> bytes:
        """Return the whole archive."""
        self.out.writestr("mimetype", "application/epub+zip")
        self._write_container()
        self._write_opf()
        self._write_items()
        return self.out.bytes()


def write_package(package: Package) -> bytes:
    """Return the bytes of an e-book."""
    book = epub.EpubBook()
    book.metadata = {}
    book.IDENTIFIER_ID = UNIQUE_ID
    book.language = package.language
    book.direction = package.direction
    book.title = package.title
    book.prefixes = list(package.prefixes)
    for said in package.metadata:
        book.add_metadata("DC" if said.is_dublin_core else None, said.name, said.text or None, dict(said.attributes))
    known = _add_items(book, package.items)
    book.spine = [known[ident] for ident in package.spine]
    book.guide = [{"type": kind, "title": title, "href": href} for kind, title, href in package.guide]
    return Writer(book, package.modified).write()


def _add_items(book: Any, items: Iterable[Item]) -> dict[str, Any]:
    """Add the files; return them by id."""
    known: dict[str, Any] = {}
    for item in items:
        made = epub.EpubItem(item.id or None, item.name, item.media_type, item.data, manifest=item.is_in_manifest)
        made.properties = list(item.properties)
        if item.id in known:
            raise ValueError(f"two files have the id {item.id}")
        known[item.id or item.name] = made
        book.add_item(made)
    return known


def stable_id(name: str) -> str:
    """Return the identifier that a name always gives."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, name)}"


NAMESPACE: Final = uuid.UUID("7b0c9d3e-52a4-5f0e-9a61-0d6a2f8c4b17")
"""Namespace of the identifiers that books get from their names. It never changes."""
