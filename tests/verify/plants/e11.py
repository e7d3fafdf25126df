"""E11: a page of 300 KB, two chapters on a page."""

from tests.verify.planting import Copy, text

CODE = "EPUB-E11"


def long(book: Copy) -> None:
    book.add_text("<p>" + "كلمات كثيرة جدًّا. " * 10_000 + "</p>")


PLANTS = {
    "long": long,
    "several": text('<section epub:type="chapter" role="doc-chapter"><p>فصل داخل فصل.</p></section>'),
}
