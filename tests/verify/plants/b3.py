"""B3: the spine turns the wrong way, or says nothing."""

from tests.verify.planting import Copy, Plant, set_attribute

from publisher.verify.epub.markup import elements

CODE = "EPUB-B3"


def turned(value: str | None) -> Plant:
    def plant(book: Copy) -> None:
        with book.opf() as root:
            set_attribute(next(elements(root, "spine")), "page-progression-direction", value)

    return plant


PLANTS = {"none": turned(None), "wrong": turned("ltr"), "default": turned("default")}
