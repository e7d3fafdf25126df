"""G8: fonts without their licence, a font that forbids embedding."""

import io

from fontTools.ttLib import TTFont
from tests.verify.good.parts import face
from tests.verify.planting import Copy, remove

from publisher.verify.epub.markup import elements

CODE = "EPUB-G8"


def unlicensed(book: Copy) -> None:
    def is_licence(name: str) -> bool:
        return name.endswith(".txt") and "/fonts/" in name

    with book.opf() as root:
        for item in [e for e in elements(root, "item") if is_licence(book.at(e.get("href") or ""))]:
            remove(item)
    for name in filter(is_licence, list(book.files)):
        del book.files[name]
    for name in [n for n in book.files if n.endswith("html") and "OFL" in book.files[n].decode()]:
        book.files[name] = book.files[name].replace(b"OFL", b"").replace(b"Font License", b"")


def forbidden(book: Copy) -> None:
    font = TTFont(io.BytesIO(face(400)))
    font["OS/2"].fsType = 2
    stream = io.BytesIO()
    font.save(stream)
    book.add_file("fonts/closed.ttf", stream.getvalue(), "font/ttf")


PLANTS = {"unlicensed": unlicensed, "forbidden": forbidden}
