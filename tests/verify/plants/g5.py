"""G5: no face embedded, a file that is absent, a damaged one."""

import re

from tests.verify.planting import Copy, css, remove

from publisher.verify.epub.markup import elements

CODE = "EPUB-G5"


def none(book: Copy) -> None:
    book.in_css(lambda sheet: re.sub(r"@font-face\s*{[^}]*}", "", sheet))
    for name in [n for n in book.files if n.endswith(".ttf")]:
        del book.files[name]
    with book.opf() as root:
        for item in [e for e in elements(root, "item") if (e.get("href") or "").endswith(".ttf")]:
            remove(item)


def damaged(book: Copy) -> None:
    book.add_file("fonts/spare.ttf", b"\x00\x01\x00\x00damaged", "font/ttf")


PLANTS = {
    "none": none,
    "absent": css('@font-face { font-family: "X"; font-weight: bold; src: url(absent.ttf) }\n'),
    "damaged": damaged,
}
