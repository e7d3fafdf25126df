"""FILES: a file that the manifest does not name, a line of the manifest without its file."""

from tests.verify.planting import Copy

from publisher.verify.epub.markup import elements

CODE = "EPUB-FILES"


def spare(book: Copy) -> None:
    book.files[book.at("images/spare.png")] = b"\x89PNG"


def missing(book: Copy) -> None:
    with book.opf() as root:
        item = next(e for e in elements(root, "item") if (e.get("href") or "").endswith(".png"))
        del book.files[book.at(item.get("href") or "")]


PLANTS = {"spare": spare, "missing": missing}
