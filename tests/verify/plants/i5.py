"""I5: page markers of no print edition."""

from tests.verify.planting import Copy, without

CODE = "EPUB-I5"


def unsourced(book: Copy) -> None:
    without("pageBreakSource")(book)
    without("source-of")(book)


PLANTS = {"unsourced": unsourced}
