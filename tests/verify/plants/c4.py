"""C4: an ISBN with a wrong digit, of the book and of the print edition, with and without prefix."""

from tests.verify.planting import Copy

CODE = "EPUB-C4"


def own(book: Copy) -> None:
    book.add_metadata("<dc:identifier>urn:isbn:978-9-9999-1200-7</dc:identifier>")


def printed(book: Copy) -> None:
    book.add_metadata("<dc:source>URN:ISBN:9789999912007</dc:source>")


def bare(book: Copy) -> None:
    book.add_metadata('<dc:identifier id="n">99999-1200-4</dc:identifier>')
    book.add_metadata('<meta refines="#n" property="identifier-type" scheme="onix:codelist5">02</meta>')


def arabic_digits(book: Copy) -> None:
    book.add_metadata("<dc:identifier>ISBN ٩٧٨٩٩٩٩٩١٢٠٠٧</dc:identifier>")


PLANTS = {"own": own, "printed": printed, "by type": bare, "Arabic digits": arabic_digits}
