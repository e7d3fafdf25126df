"""H4: viewBox in small letters, in a page and in a file."""

from tests.verify.planting import Copy

CODE = "EPUB-H4"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewbox="0 0 1 1"><lineargradient/></svg>'


def in_file(book: Copy) -> None:
    book.add_file("images/drawing.svg", DRAWING, "image/svg+xml")


PLANTS = {"file": in_file}
