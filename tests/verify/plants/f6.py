"""F6: notes outside their section, hidden notes."""

from tests.verify.planting import Copy, css, of_kind, page_attribute

from publisher.verify.epub.markup import OPS

CODE = "EPUB-F6"


def scattered(book: Copy) -> None:
    with book.page(of_kind("footnotes")) as (_, notes):
        notes.attrib.pop(OPS + "type")
        notes.attrib.pop("role", None)


PLANTS = {
    "scattered": scattered,
    "by the sheet": css("aside { display: none }\n"),
    "by an attribute": page_attribute(of_kind("footnotes"), "hidden", "hidden"),
    "by its style": page_attribute(of_kind("footnote"), "style", "visibility: hidden"),
}
