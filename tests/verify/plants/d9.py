"""D9: NCX of another book, of another depth, without pages, with one number for two places."""

from tests.verify.planting import Copy, remove

from publisher.verify.epub.markup import Element, elements

CODE = "EPUB-D9"


def _meta(root: Element, name: str) -> Element:
    return next(e for e in elements(root, "meta") if name in (e.get("name") or ""))


def other(book: Copy) -> None:
    with book.ncx() as root:
        _meta(root, "uid").set("content", "urn:uuid:other")


def depth(book: Copy) -> None:
    with book.ncx() as root:
        _meta(root, "depth").set("content", "7")


def pages(book: Copy) -> None:
    with book.ncx() as root:
        remove(next(elements(root, "pageList")))


def play_order(book: Copy) -> None:
    with book.ncx() as root:
        points = list(elements(root, "navPoint"))
        points[-1].set("playOrder", points[0].get("playOrder") or "1")
        points[0].set("playOrder", points[0].get("playOrder") or "1")


PLANTS = {"other": other, "depth": depth, "pages": pages, "order": play_order}
