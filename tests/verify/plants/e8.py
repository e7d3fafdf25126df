"""E8: digits of another system in the text."""

from tests.verify.planting import Copy, of_kind

from publisher.arabic.digits import FAMILIES

CODE = "EPUB-E8"


def mixed(book: Copy) -> None:
    with book.page(of_kind("chapter")) as (html, _):
        is_arabic = any(c in FAMILIES["arab"] for c in "".join(html.itertext()))
    book.add_text(f"<p>وكان عمره {'35' if is_arabic else '٣٥'} سنة.</p>")


def persian(book: Copy) -> None:
    book.add_text("<p>وكان عمره ۳۵ سنة.</p>")


PLANTS = {"mixed": mixed, "Persian": persian}
