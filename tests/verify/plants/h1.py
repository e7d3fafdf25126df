"""H1: no cover declared, one of another form or too small, no page for it."""

from tests.verify.good.parts import picture
from tests.verify.planting import Copy, of_kind, snippet

from publisher.verify.epub.markup import elements

CODE = "EPUB-H1"


def _cover(book: Copy) -> str:
    with book.opf() as root:
        item = next(e for e in elements(root, "item") if "cover-image" in (e.get("properties") or ""))
        return book.at(item.get("href") or "")


def none(book: Copy) -> None:
    with book.opf() as root:
        item = next(e for e in elements(root, "item") if "cover-image" in (e.get("properties") or ""))
        item.attrib.pop("properties")


def small(book: Copy) -> None:
    book.files[_cover(book)] = picture(600, 960)


def no_page(book: Copy) -> None:
    with book.page(of_kind("cover")) as (_, cover):
        cover.append(snippet("<p>كلام على الغلاف.</p>"))


PLANTS = {"none": none, "small": small, "no page": no_page}
