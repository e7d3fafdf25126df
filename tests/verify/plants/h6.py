"""H6: a picture too heavy, in CMYK, transparent."""

from tests.verify.good.parts import picture
from tests.verify.planting import Copy, Plant

CODE = "EPUB-H6"


def added(name: str, data: bytes, media_type: str) -> Plant:
    return lambda book: book.add_file(f"images/{name}", data, media_type)


def heavy(book: Copy) -> None:
    book.add_file("images/heavy.jpg", picture(60, 60) + bytes(5_100_000), "image/jpeg")


PLANTS = {
    "heavy": heavy,
    "press": added("press.jpg", picture(60, 60, "JPEG", "CMYK"), "image/jpeg"),
    "clear": added("clear.png", picture(60, 60, "PNG", "RGBA"), "image/png"),
}
