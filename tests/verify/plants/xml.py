"""XML: a page that is not well formed, an empty one."""

from tests.verify.planting import Copy, of_kind

CODE = "EPUB-XML"


def broken(book: Copy) -> None:
    path, _ = next(iter(book.pages(of_kind("dedication", "chapter"))))
    book.add_file("text/broken.xhtml", book.files[path].replace(b"</", b"<//", 1), "application/xhtml+xml")


def empty(book: Copy) -> None:
    book.add_file("text/empty.xhtml", b"", "application/xhtml+xml")


PLANTS = {"broken": broken, "empty": empty}
