"""F2: a note that is no aside, has no type, or stands before its call."""

from tests.verify.planting import Copy, of_kind, remove, renamed

from publisher.verify.epub.markup import OPS, elements, is_a

CODE = "EPUB-F2"


def no_aside(book: Copy) -> None:
    with book.page(of_kind("footnote")) as (_, note):
        renamed(note, "div")


def no_type(book: Copy) -> None:
    with book.page(of_kind("footnote")) as (_, note):
        note.attrib.pop(OPS + "type")


def before(book: Copy) -> None:
    with book.page(of_kind("footnote")) as (html, _):
        notes = next(e for e in elements(html) if is_a(e, "footnotes"))
        remove(notes)
        next(elements(html, "body")).insert(0, notes)


PLANTS = {"div": no_aside, "type": no_type, "before": before}
