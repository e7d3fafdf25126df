"""D8: landmarks that show on the contents page."""

from tests.verify.planting import Copy

from publisher.verify.epub.markup import elements

CODE = "EPUB-D8"


def shown(book: Copy) -> None:
    with book.nav() as root:
        for nav in elements(root, "nav"):
            nav.attrib.pop("hidden", None)


PLANTS = {"shown": shown}
