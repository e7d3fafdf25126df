"""E1: a page without direction, language or title, or in another language."""

from tests.verify.planting import Copy, Plant, named, of_kind, remove, set_attribute

from publisher.verify.epub.markup import elements

CODE = "EPUB-E1"


def root(name: str, value: str | None) -> Plant:
    def plant(book: Copy) -> None:
        with book.page(of_kind("chapter")) as (html, _):
            set_attribute(html, name, value)

    return plant


def cover(book: Copy) -> None:
    with book.page(of_kind("cover")) as (html, _):
        set_attribute(html, "dir", None)


def on_body(book: Copy) -> None:
    with book.page(of_kind("chapter")) as (html, _):
        set_attribute(html, "dir", None)
        next(elements(html, "body")).set("dir", "rtl")


def no_title(book: Copy) -> None:
    with book.page(named("title")) as (_, title):
        remove(title)


def empty_title(book: Copy) -> None:
    with book.page(named("title")) as (_, title):
        title.text = "  "


PLANTS = {
    "no direction": root("dir", None),
    "wrong direction": root("dir", "ltr"),
    "on the cover": cover,
    "no lang": root("lang", None),
    "no xml:lang": root("xml:lang", None),
    "English": root("lang", "en"),
    "no title": no_title,
    "empty title": empty_title,
    "only on the body": on_body,
}
