"""F1: a call that leads nowhere, is not marked, or has no number."""

from tests.verify.planting import Copy, of_kind

CODE = "EPUB-F1"


def nowhere(book: Copy) -> None:
    book.add_text('<p>كلمة<a epub:type="noteref" role="doc-noteref" href="#no-note">*</a>.</p>')


def no_role(book: Copy) -> None:
    with book.page(of_kind("noteref")) as (_, call):
        call.attrib.pop("role")


def empty(book: Copy) -> None:
    with book.page(of_kind("noteref")) as (_, call):
        call.text = None


PLANTS = {"nowhere": nowhere, "role": no_role, "empty": empty}
