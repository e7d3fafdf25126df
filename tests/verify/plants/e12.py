"""E12: halves of verse with nothing between them, columns outside @supports."""

from tests.verify.planting import Copy, text

CODE = "EPUB-E12"


def grid(book: Copy) -> None:
    book.add_text('<p class="bayt wide"><span>صدر البيت</span> *** <span>عجز البيت</span></p>')
    book.add_css(".wide { display: flex }\n")


PLANTS = {
    "class": text('<p class="bayt"><span>صدر البيت هنا</span> <span>عجز البيت هناك</span></p>'),
    "type": text('<div epub:type="z3998:verse"><p><span>صدر البيت هنا</span><span>عجز البيت</span></p></div>'),
    "grid": grid,
}
