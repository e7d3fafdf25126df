"""The PdfFile: a PDF opened once, by pikepdf for its objects and by PDFium for its text."""

import io
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from publisher.book import Book
from publisher.source import Span
from publisher.verify.epub.markup import is_rtl_language

Object = Any
"""A pikepdf object; its own types name it loosely."""

MOST_DEPTH = 64
"""How deep trees of names, outlines and structure are followed."""


class PdfFile:
    """A PDF, opened."""

    def __init__(self, name: str, data: bytes, book: Book | None = None) -> None:
        self.name, self.data, self.book = name, data, book
        self.pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        self.reader = pypdfium2.PdfDocument(data)

    def close(self) -> None:
        """Let both libraries go."""
        self.reader.close()
        self.pdf.close()

    @property
    def root(self) -> Object:
        """The catalogue."""
        return self.pdf.Root

    @property
    def here(self) -> Span:
        """The file as a place; pages are told in messages."""
        return Span(self.name, 0, 0, 1, 1)

    @cached_property
    def pages(self) -> tuple[pikepdf.Page, ...]:
        """The pages."""
        return tuple(self.pdf.pages)

    @cached_property
    def page_numbers(self) -> dict[tuple[int, int], int]:
        """Number of each page, from 1, by its object."""
        return {page.obj.objgen: at for at, page in enumerate(self.pages, 1)}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each page as PDFium reads it."""
        return tuple(self._text(at) for at in range(len(self.reader)))

    def _text(self, at: int) -> str:
        page = self.reader[at].get_textpage()
        return str(page.get_text_range()).replace("\r\n", "\n")

    @cached_property
    def unmapped(self) -> dict[int, int]:
        """How many codes without a character stand on each page that has any."""
        found: dict[int, int] = {}
        for at in range(len(self.reader)):
            page = self.reader[at].get_textpage()
            faults = sum(1 for i in range(page.count_chars()) if pdfium.FPDFText_HasUnicodeMapError(page, i) == 1)
            if faults:
                found[at + 1] = faults
        return found

    @cached_property
    def language(self) -> str:
        """The language of the catalogue."""
        return str(self.root.get("/Lang", "") or "")

    @cached_property
    def is_mostly_rtl(self) -> bool:
        """Whether most letters of the text belong to a right-to-left script."""
        text = "".join(self.texts)
        rtl = sum(1 for c in text if ("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc") and c.isalpha())
        return rtl * 2 > sum(1 for c in text if c.isalpha())

    @cached_property
    def is_rtl(self) -> bool:
        """Whether the book is written from right to left."""
        return is_rtl_language(self.language) or self.is_mostly_rtl

    # ---------------------------------------------------------------- destinations

    @cached_property
    def names(self) -> dict[str, Object]:
        """The named destinations."""
        found: dict[str, Object] = {}
        old = self.root.get("/Dests")
        if isinstance(old, pikepdf.Dictionary):
            found.update({str(key).lstrip("/"): old[key] for key in old.keys()})  # noqa: SIM118 - no mapping
        names = self.root.get("/Names")
        if isinstance(names, pikepdf.Dictionary):
            found.update(name_tree(names.get("/Dests")))
        return found

    def page_of(self, destination: Object) -> int | None:
        """Return the number of the page that a destination leads to, or None."""
        if isinstance(destination, pikepdf.String | pikepdf.Name | str):
            named = self.names.get(str(destination).lstrip("/"))
            return None if named is None else self.page_of(named)
        if isinstance(destination, pikepdf.Dictionary):
            return self.page_of(destination.get("/D"))
        if isinstance(destination, pikepdf.Array) and len(destination):
            first: Any = destination[0]
            if isinstance(first, int):
                return first + 1 if 0 <= first < len(self.pages) else None
            return self.page_numbers.get(first.objgen) if isinstance(first, pikepdf.Dictionary) else None
        return None


def name_tree(node: Object, depth: int = 0) -> dict[str, Object]:
    """Return the names of a name tree."""
    found: dict[str, Object] = {}
    if not isinstance(node, pikepdf.Dictionary) or depth > MOST_DEPTH:
        return found
    pairs = list(node.get("/Names", []))
    found.update({str(key): value for key, value in zip(pairs[::2], pairs[1::2], strict=False)})
    for kid in node.get("/Kids", []):
        found.update(name_tree(kid, depth + 1))
    return found


def outline_items(root: Object) -> Iterator[Object]:
    """Yield the items of the outline, in order; a loop in it ends the walk."""
    outline = root.get("/Outlines")
    if isinstance(outline, pikepdf.Dictionary):
        yield from _items(outline.get("/First"), set())


def _items(item: Object, seen: set[tuple[int, int]]) -> Iterator[Object]:
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen:
        seen.add(item.objgen)
        yield item
        yield from _items(item.get("/First"), seen)
        item = item.get("/Next")


def structure_elements(root: Object) -> Iterator[Object]:
    """Yield the structure elements, each once."""
    tree = root.get("/StructTreeRoot")
    todo: list[Any] = [tree] if isinstance(tree, pikepdf.Dictionary) else []
    seen = set[tuple[int, int]]()
    while todo:
        node = todo.pop()
        if isinstance(node, pikepdf.Array):
            todo.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary) and (node.objgen == (0, 0) or node.objgen not in seen):
            seen.add(node.objgen)
            if "/S" in node:
                yield node
            if "/K" in node:
                todo.append(node["/K"])


def role_of(element: Object, root: Object) -> str:
    """Return the role of a structure element, by the standard name that the file maps it to."""
    role, tree = str(element["/S"]), root.get("/StructTreeRoot", {})
    roles = tree.get("/RoleMap")
    return str(roles.get(role, role)) if isinstance(roles, pikepdf.Dictionary) else role
