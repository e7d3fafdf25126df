"""D6: a page marker without its role, its number, or with the number in the text."""

from tests.verify.planting import Copy, of_kind

CODE = "EPUB-D6"


def no_role(book: Copy) -> None:
    with book.page(of_kind("pagebreak")) as (_, marker):
        marker.attrib.pop("role")


def no_number(book: Copy) -> None:
    with book.page(of_kind("pagebreak")) as (_, marker):
        marker.attrib.pop("aria-label", None)
        marker.attrib.pop("title", None)


def printed(book: Copy) -> None:
    with book.page(of_kind("pagebreak")) as (_, marker):
        marker.text = marker.get("aria-label") or marker.get("title")


PLANTS = {"role": no_role, "number": no_number, "printed": printed}
