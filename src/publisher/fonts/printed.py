"""Every text that a book prints, with its place: what coverage and subsets have to look at."""

import dataclasses
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any

from publisher.book import Book, Metadata
from publisher.source import Span

_SILENT = frozenset({"id", "target", "path", "language", "style", "note", "folder", "role", "kind", "span", "typed"})
"""Fields of nodes that name or point, and are not printed."""
_PRINTED_METADATA = frozenset(
    {
        "title",
        "subtitle",
        "authors",
        "publisher",
        "place",
        "edition",
        "series",
        "series_number",
        "rights",
        "kicker",
        "keywords",
    }
)

Printed = tuple[str, Span | None]


@cache
def _fields(kind: type) -> tuple[str, ...]:
    names = tuple(field.name for field in dataclasses.fields(kind))
    if kind is Metadata:
        return tuple(name for name in names if name in _PRINTED_METADATA)
    return tuple(name for name in names if name not in _SILENT)


def printed_texts(book: Book) -> Iterator[Printed]:
    """Yield every text that the book prints, in reading order, with the span of its node."""
    yield from _walk(book, None)


def _walk(node: Any, span: Span | None) -> Iterator[Printed]:
    if isinstance(node, str):
        if node and not isinstance(node, Enum):
            yield node, span
    elif isinstance(node, tuple):
        for part in node:
            yield from _walk(part, span)
    elif dataclasses.is_dataclass(node) and not isinstance(node, type):
        own = getattr(node, "span", None) or span
        for name in _fields(type(node)):
            yield from _walk(getattr(node, name), own)


def change_texts(node: Any, change: Callable[[str], str]) -> Any:
    """Return the node with every printed text changed; what holds nothing to change stays the same object."""
    if isinstance(node, str):
        return node if isinstance(node, Enum) else change(node)
    if isinstance(node, tuple):
        parts = tuple(change_texts(part, change) for part in node)
        return node if all(new is old for new, old in zip(parts, node, strict=True)) else parts
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    old = {name: getattr(node, name) for name in _fields(type(node))}
    new = {name: change_texts(value, change) for name, value in old.items()}
    changed = {name: value for name, value in new.items() if value is not old[name]}
    return dataclasses.replace(node, **changed) if changed else node
