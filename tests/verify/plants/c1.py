"""C1: no title, an empty one, a second one of no type."""

from tests.verify.planting import Copy, metas, without

CODE = "EPUB-C1"


def empty(book: Copy) -> None:
    with book.opf() as root:
        for title in metas(root, "dc:title"):
            title.text = " "


def second(book: Copy) -> None:
    book.add_metadata("<dc:title>عنوان ثانٍ</dc:title>")


PLANTS = {"none": without("dc:title"), "empty": empty, "second": second}
