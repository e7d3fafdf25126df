"""D1: two contents, a line that leads nowhere, out of order, with another label."""

import copy

from tests.verify.planting import Copy

from publisher.verify.epub.markup import Element, elements, is_a, local

CODE = "EPUB-D1"


def _toc(root: Element) -> Element:
    return next(e for e in elements(root, "nav") if is_a(e, "toc"))


def two(book: Copy) -> None:
    with book.nav() as root:
        toc = _toc(root)
        twin = copy.deepcopy(toc)
        for element in twin.iter():
            element.attrib.pop("id", None)
        toc.addnext(twin)


def nowhere(book: Copy) -> None:
    _each(book, "nowhere")


def _each(book: Copy, fragment: str) -> None:
    """Point the last line of both contents to an id that is not there."""
    with book.nav() as root:
        link = list(elements(_toc(root), "a"))[-1]
        link.set("href", (link.get("href") or "").partition("#")[0] + f"#{fragment}")
    with book.ncx() as root:
        content = list(elements(next(elements(root, "navMap")), "content"))[-1]
        content.set("src", (content.get("src") or "").partition("#")[0] + f"#{fragment}")


def order(book: Copy) -> None:
    with book.nav() as root:
        outer = next(e for e in _toc(root) if local(e) == "ol")
        outer.append(outer[0])
    with book.ncx() as root:
        chart = next(elements(root, "navMap"))
        first = next(e for e in chart if local(e) == "navPoint")
        chart.append(first)


def label(book: Copy) -> None:
    with book.nav() as root:
        link = next(elements(_toc(root), "a"))
        del link[:]
        link.text = "فصل لا وجود له"
    with book.ncx() as root:
        next(elements(next(elements(root, "navMap")), "text")).text = "فصل لا وجود له"


def unlisted(book: Copy) -> None:
    with book.nav() as root:
        outer = next(e for e in _toc(root) if local(e) == "ol")
        outer.remove(outer[-1])
    with book.ncx() as root:
        chart = next(elements(root, "navMap"))
        chart.remove([e for e in chart if local(e) == "navPoint"][-1])
        depth = max(len([a for a in e.iterancestors() if local(a) == "navPoint"]) for e in elements(chart, "navPoint"))
        next(e for e in elements(root, "meta") if "depth" in (e.get("name") or "")).set("content", str(depth + 1))


PLANTS = {"unlisted": unlisted, "two": two, "nowhere": nowhere, "order": order, "label": label}
