"""The package document: metadata, manifest, spine and guide, as the rules ask for them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from publisher.verify.epub.markup import DC, Element, elements, local
from publisher.verify.epub.tree import Tree

XHTML_TYPE = "application/xhtml+xml"
NCX_TYPE = "application/x-dtbncx+xml"


@dataclass(frozen=True)
class Item:
    """One line of the manifest."""

    id: str
    path: str
    """From the root of the archive; a whole address for a remote resource."""
    href: str
    media_type: str
    properties: frozenset[str]
    element: Element
    is_remote: bool


@dataclass(frozen=True)
class Statement:
    """One `meta`, `link` or Dublin Core element of the metadata."""

    name: str
    """`dc:title`, or the property of a meta or relation of a link."""
    value: str
    element: Element
    id: str
    refines: str
    """Id of what it says something about; empty for the book."""


def resolve(base: str, href: str) -> tuple[str, str]:
    """Return (path in the archive, fragment) of a reference made in the file `base`."""
    parts = urlsplit(href.strip())
    fragment = unquote(parts.fragment)
    if not parts.path:
        return base, fragment
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path))), fragment


def is_remote(href: str) -> bool:
    """Whether a reference leaves the archive."""
    parts = urlsplit(href.strip())
    return bool(parts.scheme or parts.netloc)


class Package:
    """The OPF, read."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.root, self.path = tree, tree.root, tree.path

    def _section(self, name: str) -> Element | None:
        return next((child for child in self.root if local(child) == name), None)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The manifest, in its order."""
        section = self._section("manifest")
        return () if section is None else tuple(self._item(e) for e in section if local(e) == "item")

    def _item(self, element: Element) -> Item:
        href = element.get("href") or ""
        away = is_remote(href)
        return Item(
            id=element.get("id") or "",
            path=href if away else resolve(self.path, href)[0],
            href=href,
            media_type=(element.get("media-type") or "").partition(";")[0].strip().lower(),
            properties=frozenset((element.get("properties") or "").split()),
            element=element,
            is_remote=away,
        )

    @cached_property
    def by_path(self) -> dict[str, Item]:
        """Items by their path."""
        return {item.path: item for item in reversed(self.items)}

    @cached_property
    def spine_element(self) -> Element | None:
        """The spine."""
        return self._section("spine")

    @cached_property
    def guide(self) -> tuple[Element, ...]:
        """References of the guide."""
        section = self._section("guide")
        return () if section is None else tuple(e for e in section if local(e) == "reference")

    @cached_property
    def spine(self) -> tuple[tuple[Item, bool], ...]:
        """Items in reading order, each with whether it is linear."""
        if self.spine_element is None:
            return ()
        by_id = {item.id: item for item in reversed(self.items)}
        refs = [e for e in self.spine_element if local(e) == "itemref"]
        return tuple((by_id[e.get("idref") or ""], e.get("linear") != "no") for e in refs if e.get("idref") in by_id)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that the metadata say, in order."""
        section = self._section("metadata")
        return () if section is None else tuple(map(_statement, elements(section, *_STATING)))

    def stated(self, name: str) -> tuple[Statement, ...]:
        """Return the statements of a name."""
        return tuple(s for s in self.statements if s.name == name)

    def about(self, statement: Statement, name: str) -> tuple[Statement, ...]:
        """Return the statements of a name that refine another one."""
        return tuple(s for s in self.stated(name) if s.refines and s.refines == statement.id)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The values of dc:language."""
        return tuple(s.value for s in self.stated("dc:language"))

    @cached_property
    def identifier(self) -> Statement | None:
        """The unique identifier."""
        named = self.root.get("unique-identifier") or ""
        return next((s for s in self.stated("dc:identifier") if named and s.id == named), None)

    def with_property(self, name: str) -> Iterator[Item]:
        """Yield the items that carry a manifest property."""
        return (item for item in self.items if name in item.properties)


_DUBLIN = (
    "contributor", "coverage", "creator", "date", "description", "format", "identifier", "language", "publisher",
    "relation", "rights", "source", "subject", "title", "type",
)  # fmt: skip
_STATING = ("meta", "link", *_DUBLIN)


def _statement(element: Element) -> Statement:
    name = local(element)
    value = " ".join("".join(element.itertext()).split())
    if str(element.tag).startswith(DC):
        name = f"dc:{name}"
    elif name == "link":
        name, value = f"link:{element.get('rel') or ''}", element.get("href") or ""
    elif element.get("property") is not None:
        name = (element.get("property") or "").strip()
    else:
        name, value = f"name:{element.get('name') or ''}", element.get("content") or ""
    return Statement(name, value, element, element.get("id") or "", (element.get("refines") or "").lstrip("#"))
