"""B7: no date of change, two, or a malformed one."""

from tests.verify.planting import Copy, metas, without

CODE = "EPUB-B7"


def malformed(book: Copy) -> None:
    with book.opf() as root:
        metas(root, "dcterms:modified")[0].text = "2026-01-31T10:00:00+03:00"


def twice(book: Copy) -> None:
    book.add_metadata('<meta property="dcterms:modified">2026-02-02T00:00:00Z</meta>')


PLANTS = {"none": without("dcterms:modified"), "malformed": malformed, "twice": twice}
