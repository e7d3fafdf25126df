"""C2: no language, a second one, a malformed one, that of another text."""

from tests.verify.planting import Copy, Plant, metas, without

CODE = "EPUB-C2"


def language(value: str) -> Plant:
    def plant(book: Copy) -> None:
        with book.opf() as root:
            metas(root, "dc:language")[0].text = value

    return plant


def second(book: Copy) -> None:
    book.add_metadata("<dc:language>en</dc:language>")


PLANTS = {
    "none": without("dc:language"),
    "malformed": language("Arabic (Egypt)"),
    "other": language("en"),
    "second": second,
}
