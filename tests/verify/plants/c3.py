"""C3: an author without a form to sort by, or without a role."""

from tests.verify.planting import Copy

CODE = "EPUB-C3"


def bare(book: Copy) -> None:
    book.add_metadata('<dc:creator id="bare">أبو بكر الناسخ</dc:creator>')


PLANTS = {"bare": bare}
