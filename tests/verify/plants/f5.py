"""F5: the call and its note carry different numbers."""

from tests.verify.planting import Copy, of_kind

CODE = "EPUB-F5"


def different(book: Copy) -> None:
    with book.page(of_kind("noteref")) as (_, call):
        said = (call.text or "").strip()
        call.text = said.replace("1", "8").replace("١", "٨")


PLANTS = {"different": different}
