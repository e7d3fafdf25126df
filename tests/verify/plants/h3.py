"""H3: a table without caption, head, body, or scopes."""

from collections.abc import Callable

from tests.verify.planting import Copy, Plant, named, remove, renamed

from publisher.verify.epub.markup import Element, elements

CODE = "EPUB-H3"


def changed(change: Callable[[Element], None]) -> Plant:
    def plant(book: Copy) -> None:
        with book.page(named("table")) as (_, table):
            change(table)

    return plant


def no_caption(table: Element) -> None:
    remove(next(elements(table, "caption")))


def no_head(table: Element) -> None:
    renamed(next(elements(table, "thead")), "tbody")


def no_scope(table: Element) -> None:
    next(elements(table, "th")).attrib.pop("scope")


def no_headers(table: Element) -> None:
    for header in list(elements(table, "th")):
        renamed(header, "td")
        header.attrib.pop("scope")


PLANTS = {
    "caption": changed(no_caption),
    "head": changed(no_head),
    "scope": changed(no_scope),
    "headers": changed(no_headers),
}
