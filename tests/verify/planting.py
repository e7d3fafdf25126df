"""Tools for planting a defect in a good book, whatever its layout and spelling: files, trees, snippets of markup."""

import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lxml import etree
from tests.verify.good.parts import Files, pack

from publisher.verify.epub.markup import OPS, XHTML, Element, elements, is_a, local

Plant = Callable[["Copy"], bytes | None]
"""Changes a copy of a book; returns the zip itself where the defect is one of the zip."""

SPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
OPF_SPACES = 'xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'


class Copy:
    """A good book, open for damage."""

    def __init__(self, files: Files) -> None:
        self.files = dict(files)

    def pack(self) -> bytes:
        """Return the zip of the book."""
        return pack(self.files)

    # ---------------------------------------------------------------- finding

    @property
    def opf_path(self) -> str:
        """Path of the package."""
        return next(name for name in self.files if name.endswith(".opf"))

    @property
    def ncx_path(self) -> str:
        """Path of the NCX."""
        return next(name for name in self.files if name.endswith(".ncx"))

    @property
    def nav_path(self) -> str:
        """Path of the navigation document."""
        with self.opf() as root:
            item = next(e for e in elements(root, "item") if "nav" in (e.get("properties") or "").split())
            return self.at(item.get("href") or "")

    def at(self, href: str) -> str:
        """Return the path of what the package names."""
        return posixpath.join(posixpath.dirname(self.opf_path), href)

    @property
    def sheet_path(self) -> str:
        """Path of the style sheet that the pages link."""
        name, root = next(iter(self.pages(lambda _: True)))
        link = next(e for e in elements(root, "link") if "stylesheet" in (e.get("rel") or ""))
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), link.get("href") or ""))

    def pages(self, having: Callable[[Element], bool]) -> Iterator[tuple[str, Element]]:
        """Yield the pages of the spine that have an element, but for the navigation."""
        with self.opf() as root:
            items = {e.get("id"): e.get("href") or "" for e in elements(root, "item")}
            hrefs = [items[e.get("idref")] for e in elements(root, "itemref")]
        for href in hrefs:
            root = etree.fromstring(self.files[self.at(href)])
            is_nav = any(is_a(e, "toc") for e in elements(root, "nav"))
            if not is_nav and any(having(e) for e in elements(root)):
                yield self.at(href), root

    # ---------------------------------------------------------------- changing

    @contextmanager
    def edit(self, path: str) -> Iterator[Element]:
        """Open a file as a tree and write it back."""
        root = etree.fromstring(self.files[path])
        yield root
        self.files[path] = etree.tostring(root, encoding="utf-8", xml_declaration=True)

    @contextmanager
    def opf(self) -> Iterator[Element]:
        """Open the package."""
        with self.edit(self.opf_path) as root:
            yield root

    @contextmanager
    def nav(self) -> Iterator[Element]:
        """Open the navigation document."""
        with self.edit(self.nav_path) as root:
            yield root

    @contextmanager
    def ncx(self) -> Iterator[Element]:
        """Open the NCX."""
        with self.edit(self.ncx_path) as root:
            yield root

    @contextmanager
    def page(self, having: Callable[[Element], bool]) -> Iterator[tuple[Element, Element]]:
        """Open the first page that has an element; yield the root and the element."""
        path, _ = next(iter(self.pages(having)))
        with self.edit(path) as root:
            yield root, next(e for e in elements(root) if having(e))

    def add_css(self, text: str) -> None:
        """Add rules to the style sheet that the pages link."""
        self.files[self.sheet_path] += text.encode()

    def in_css(self, change: Callable[[str], str]) -> None:
        """Change the text of every style sheet."""
        for name in [n for n in self.files if n.endswith(".css")]:
            self.files[name] = change(self.files[name].decode()).encode()

    def add_text(self, markup: str) -> None:
        """Add markup at the end of the first chapter, before its notes."""
        with self.page(of_kind("chapter")) as (_, chapter):
            notes = next((e for e in chapter if is_a(e, "footnotes")), None)
            new = snippet(markup)
            if notes is None:
                chapter.append(new)
            else:
                notes.addprevious(new)

    def add_metadata(self, markup: str) -> None:
        """Add a statement to the metadata."""
        with self.opf() as root:
            section = next(elements(root, "metadata"))
            section.append(etree.fromstring(f"<x {OPF_SPACES}>{markup}</x>")[0])

    def add_file(self, href: str, data: bytes, media_type: str) -> None:
        """Add a file and its line of the manifest."""
        self.files[self.at(href)] = data
        with self.opf() as root:
            manifest = next(elements(root, "manifest"))
            new = etree.SubElement(manifest, etree.QName(root).text.replace("package", "item"))
            new.attrib.update({"id": f"new-{len(manifest)}", "href": href, "media-type": media_type})


def snippet(markup: str) -> Element:
    """Return an element of XHTML written in short."""
    return etree.fromstring(f"<x {SPACES}>{markup}</x>")[0]


def of_kind(*kinds: str) -> Callable[[Element], bool]:
    """Return whether an element is of a structural kind, as a question to ask."""
    return lambda element: is_a(element, *kinds)


def named(*names: str) -> Callable[[Element], bool]:
    """Return whether an element has one of some names, as a question to ask."""
    return lambda element: local(element) in names


def remove(element: Element) -> None:
    """Take an element out and keep the text after it."""
    parent = element.getparent()
    if parent is None:
        raise ValueError("a root cannot be removed")
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def metas(root: Element, name: str) -> list[Element]:
    """Return the statements of a property, a name or a Dublin Core element."""
    return [e for e in elements(root) if name in (e.get("property"), e.get("name"), f"dc:{local(e)}", e.get("rel"))]


def without(name: str) -> Plant:
    """Return a plant that takes every statement of a name out of the metadata."""

    def plant(book: Copy) -> None:
        with book.opf() as root:
            for element in metas(root, name):
                remove(element)

    return plant


def text(markup: str) -> Plant:
    """Return a plant that adds markup to a chapter."""
    return lambda book: book.add_text(markup)


def css(rules: str) -> Plant:
    """Return a plant that adds rules to the style sheet."""
    return lambda book: book.add_css(rules)


def page_attribute(having: Callable[[Element], bool], name: str, value: str | None) -> Plant:
    """Return a plant that sets an attribute of an element of a page, or takes it off."""

    def plant(book: Copy) -> None:
        with book.page(having) as (_, element):
            set_attribute(element, name, value)

    return plant


def set_attribute(element: Element, name: str, value: str | None) -> None:
    """Set an attribute, or take it off; `epub:type` may be written in short."""
    key = name.replace("epub:", OPS).replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
    if value is None:
        del element.attrib[key]
    else:
        element.set(key, value)


def root_attribute(name: str, value: str | None) -> Plant:
    """Return a plant that sets an attribute of the package, or takes it off."""

    def plant(book: Copy) -> None:
        with book.opf() as root:
            set_attribute(root, name, value)

    return plant


def renamed(element: Element, name: str) -> None:
    """Give an element of XHTML another name."""
    element.tag = XHTML + name
