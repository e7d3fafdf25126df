"""B12: the maker's name, path and clock."""

from tests.verify.planting import Copy, named, snippet

CODE = "EPUB-B12"


def in_package(book: Copy) -> None:
    book.add_metadata('<meta name="generator" content="Maker 1.0"/>')


def in_page(book: Copy) -> None:
    with book.page(named("head")) as (_, head):
        head.append(snippet('<meta name="generator" content="Maker 1.0"/>'))


def path(book: Copy) -> None:
    book.add_css("/* made from /home/layla/book/style.scss */\n")


def clock(book: Copy) -> None:
    book.add_metadata('<meta name="calibre:timestamp" content="2026-01-31T10:11:12.123456+00:00"/>')


PLANTS = {"package": in_package, "page": in_page, "path": path, "clock": clock}
