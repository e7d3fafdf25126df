"""B9: NCX with another label, another target, an entry less or more; a cover that old readers do not find."""

from collections.abc import Callable

from tests.verify.planting import Copy, Plant, remove, without

from publisher.verify.epub.markup import Element, elements

CODE = "EPUB-B9"


def changed(change: Callable[[Element], None]) -> Plant:
    def plant(book: Copy) -> None:
        with book.ncx() as root:
            change(next(elements(root, "navMap")))

    return plant


def label(chart: Element) -> None:
    next(elements(chart, "text")).text = "عنوان آخر"


def target(chart: Element) -> None:
    last = list(elements(chart, "content"))[-1]
    first = next(elements(chart, "content"))
    last.set("src", first.get("src") or "")
    for point in elements(chart, "navPoint"):
        point.attrib.pop("playOrder", None)
    for point in elements(chart.getroottree().getroot(), "pageTarget"):
        point.attrib.pop("playOrder", None)


def fewer(chart: Element) -> None:
    points = [e for e in elements(chart, "navPoint") if not list(elements(e, "navPoint"))[1:]]
    remove(next(p for p in reversed(points)) if _keeps_depth(points) else points[0])


def _keeps_depth(points: list[Element]) -> bool:
    last = points[-1].getparent()
    return last is not None and len([e for e in elements(last, "navPoint") if e is not last]) > 1


PLANTS = {"label": changed(label), "target": changed(target), "fewer": changed(fewer), "cover": without("cover")}
