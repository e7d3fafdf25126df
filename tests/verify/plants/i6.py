"""I6: no summary, one in English, two."""

from tests.verify.planting import Copy, metas, without

CODE = "EPUB-I6"


def english(book: Copy) -> None:
    with book.opf() as root:
        metas(root, "schema:accessibilitySummary")[0].text = "This book is accessible."


PLANTS = {"none": without("schema:accessibilitySummary"), "English": english}
