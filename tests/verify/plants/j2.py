"""J2: WOFF, a script, no NCX, no start of the text, no writing mode."""

from tests.verify.good.parts import face
from tests.verify.planting import Copy, remove, without

from publisher.verify.epub.markup import elements

CODE = "EPUB-J2"


def woff(book: Copy) -> None:
    book.add_file("fonts/text.woff", face(400, flavour="woff"), "font/woff")


def no_start(book: Copy) -> None:
    with book.opf() as root:
        for reference in [e for e in elements(root, "reference") if e.get("type") in ("text", "bodymatter", "start")]:
            remove(reference)


def no_ncx(book: Copy) -> None:
    del book.files[book.ncx_path]
    with book.opf() as root:
        remove(next(e for e in elements(root, "item") if "dtbncx" in (e.get("media-type") or "")))
        next(elements(root, "spine")).attrib.pop("toc")


PLANTS = {"woff": woff, "start": no_start, "ncx": no_ncx, "mode": without("primary-writing-mode")}
