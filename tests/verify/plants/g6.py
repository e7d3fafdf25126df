"""G6: an Arabic face cut down to half of its letters."""

from tests.verify.good.parts import face
from tests.verify.planting import Copy

CODE = "EPUB-G6"


def half(book: Copy) -> None:
    data = face(400, (*range(0x20, 0x7F), *range(0x621, 0x630), 0x200D))
    book.add_file("fonts/half.ttf", data, "font/ttf")


PLANTS = {"half": half}
