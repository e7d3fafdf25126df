"""The two tables of contents of an EPUB, nav and NCX, as one kind of entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from publisher.verify.epub.markup import Element, elements, is_a, local, text_of, types_of
from publisher.verify.epub.package import resolve
from publisher.verify.epub.tree import Tree


@dataclass(frozen=True)
class Entry:
    """A line of a contents."""

    label: str
    path: str
    fragment: str
    element: Element
    level: int
    has_target: bool
    """False for a heading of entries that leads nowhere by itself."""


class Nav:
    """The navigation document."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def of_kind(self, kind: str) -> tuple[Element, ...]:
        """Return the `nav` elements of a kind: toc, landmarks, page-list."""
        return tuple(e for e in elements(self.tree.root, "nav") if is_a(e, kind))

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of the first `nav` of a kind, flat, in order."""
        first = next(iter(self.of_kind(kind)), None)
        return () if first is None else tuple(self._entries(first, 1))

    @cached_property
    def toc(self) -> tuple[Entry, ...]:
        """The contents."""
        return self.entries("toc")

    def _entries(self, parent: Element, level: int) -> Iterator[Entry]:
        for outer in (child for child in parent if local(child) == "ol"):
            for item in (child for child in outer if local(child) == "li"):
                yield from self._own(item, level)
                yield from self._entries(item, level + 1)

    def _own(self, item: Element, level: int) -> Iterator[Entry]:
        for child in item:
            if local(child) in ("a", "span"):
                href = child.get("href")
                path, fragment = resolve(self.tree.path, href) if href is not None else ("", "")
                yield Entry(text_of(child), path, fragment, child, level, href is not None)
                return


class Ncx:
    """The contents for old readers."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    @cached_property
    def toc(self) -> tuple[Entry, ...]:
        """The contents."""
        chart = self.tree.first("navMap")
        return () if chart is None else tuple(self._points(chart, 1))

    def _points(self, parent: Element, level: int) -> Iterator[Entry]:
        for point in (child for child in parent if local(child) == "navPoint"):
            label = next((child for child in point if local(child) == "navLabel"), None)
            content = next((child for child in point if local(child) == "content"), None)
            source = None if content is None else content.get("src")
            path, fragment = resolve(self.tree.path, source) if source is not None else ("", "")
            said = "" if label is None else text_of(label)
            yield Entry(said, path, fragment, point, level, source is not None)
            yield from self._points(point, level + 1)

    def head(self, name: str) -> str | None:
        """Return a value of the head, by its name with or without `dtb:`."""
        for meta in elements(self.tree.root, "meta"):
            if (meta.get("name") or "").removeprefix("dtb:") == name:
                return meta.get("content") or ""
        return None


def landmark_types(entry: Entry) -> frozenset[str]:
    """Return the structural types of a landmark."""
    return types_of(entry.element)
