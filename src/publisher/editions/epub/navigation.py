"""Contents, landmarks, page list and NCX, all from the one tree of the book's headings (D1…D9)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from markupsafe import Markup

from publisher.apparatus import Entry, navigation
from publisher.arabic.digits import value
from publisher.book import Book, Chapter, Part, direction
from publisher.editions.epub.content import document, shell
from publisher.nodes import Text, inline_text
from publisher.words import words_of
from publisher.xhtml import Renderer, templates

NAVIGATION = "epub-navigation.xhtml.j2"
DEEPEST = 3
"""Levels that the shops' apps show (D7)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that something leads to: a landmark, a printed page."""

    type: str
    title: str
    href: str


@dataclass(slots=True)
class Point:
    """An entry of the contents, as the templates print it."""

    label: str
    title: Markup
    text: str
    href: str
    id: str = ""
    order: int = 0
    children: "list[Point]" = field(default_factory=list)


def contents(book: Book, depth: int) -> tuple[Entry, ...]:
    """Return the tree of the contents: an article's headings stand under its title."""
    has_parts = any(isinstance(division, Part) for division in book.body)
    levels = max(1, min(depth, DEEPEST - 1 if has_parts or book.is_article else DEEPEST))
    entries = navigation(book, levels)
    first = next(book.chapters(), None)
    if first is not None and (book.is_article or not entries):
        title = (Text(book.metadata.title or words_of(book.metadata.language)["text"]),)
        return (Entry(None, title, "title" if _has_title(book) else first.id, 1, entries),)
    return entries


def _has_title(book: Book) -> bool:
    return book.is_article and bool(book.metadata.title)


def points(entries: Sequence[Entry], book: Book, places: Mapping[str, str], folder: str) -> list[Point]:
    """Return the entries as points whose addresses start from the navigation document."""
    renderer = Renderer(book, "latn", Chapter("", None, ()))
    return [_point(entry, renderer, places, folder) for entry in entries]


def _point(entry: Entry, renderer: Renderer, places: Mapping[str, str], folder: str) -> Point:
    file = places[entry.target]
    text = " ".join(x for x in (entry.label, inline_text(entry.title).strip()) if x)
    return Point(
        entry.label or "",
        renderer.inlines(entry.title),
        text,
        f"{folder}{file}#{entry.target}",
        children=[_point(child, renderer, places, folder) for child in entry.children],
    )


def nav_document(book: Book, entries: Sequence[Point], landmarks: Sequence[Place], pages: Sequence[Place]) -> bytes:
    """Return the navigation document: the visible contents, and what only programs read."""
    words = words_of(book.metadata.language)
    printed = [{"href": page.href, "label": page.title} for page in pages]
    body = templates.macros(NAVIGATION)["Nav"](words, entries, landmarks, printed)
    return document(shell(book, words["contents"], "frontmatter", body, "css/book.css"))


def ncx(book: Book, uid: str, entries: Sequence[Point], pages: Sequence[Place]) -> bytes:
    """Return the same tree for readers of before EPUB 3; a target that is met again keeps its order."""
    orders: dict[str, int] = {}
    numbers = count(1)
    for number, point in enumerate(_flat(entries), start=1):
        point.id = f"nav-{number}"
        point.order = orders.setdefault(point.href, 0) or next(numbers)
        orders[point.href] = point.order
    listed = [_target(page, number, orders, numbers) for number, page in enumerate(pages, start=1)]
    text = templates.macros(NAVIGATION)["Ncx"](
        book.metadata.language,
        direction(book.metadata.language),
        uid,
        book.metadata.title,
        book.metadata.authors,
        _depth(entries),
        entries,
        listed,
        max((page["value"] or 0 for page in listed), default=0),
    )
    return str(text).lstrip().encode() + b"\n"


def _target(page: Place, number: int, orders: dict[str, int], numbers: "count[int]") -> dict[str, Any]:
    folio = value(page.title)
    order = orders.setdefault(page.href, 0) or next(numbers)
    orders[page.href] = order
    return {
        "id": f"page-{number}",
        "kind": "normal" if folio is not None else "front",
        "value": folio,
        "order": order,
        "label": page.title,
        "href": page.href,
    }


def _flat(entries: Sequence[Point]) -> Iterator[Point]:
    for entry in entries:
        yield entry
        yield from _flat(entry.children)


def _depth(entries: Sequence[Point]) -> int:
    return 1 + max((_depth(entry.children) for entry in entries), default=-1) if entries else 0
