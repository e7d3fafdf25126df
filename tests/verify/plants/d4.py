"""D4: no list of pages, one out of order, with a gap, leading nowhere, with another number than the marker."""

from collections.abc import Callable

from tests.verify.planting import Copy, Plant, remove

from publisher.verify.epub.markup import Element, elements, is_a, local

CODE = "EPUB-D4"


def changed(change: Callable[[Element], None]) -> Plant:
    def plant(book: Copy) -> None:
        with book.nav() as root:
            change(next(e for e in elements(root, "nav") if is_a(e, "page-list")))

    return plant


def _list(nav: Element) -> Element:
    return next(e for e in nav if local(e) == "ol")


def order(nav: Element) -> None:
    outer = _list(nav)
    outer.append(outer[0])


def gap(nav: Element) -> None:
    outer = _list(nav)
    outer.remove(outer[1])


def nowhere(nav: Element) -> None:
    link = next(elements(nav, "a"))
    link.set("href", (link.get("href") or "").partition("#")[0] + "#p999")


def number(nav: Element) -> None:
    list(elements(nav, "a"))[-1].text = "xi"


def none(book: Copy) -> None:
    changed(remove)(book)
    with book.opf() as root:
        for claim in [e for e in elements(root, "meta") if (e.text or "").strip() == "pageNavigation"]:
            remove(claim)


PLANTS = {
    "none": none,
    "order": changed(order),
    "gap": changed(gap),
    "nowhere": changed(nowhere),
    "number": changed(number),
}
