"""F3: a note without a link back, or with the link at its end."""

from tests.verify.planting import Copy, of_kind, remove

from publisher.verify.epub.markup import elements

CODE = "EPUB-F3"


def none(book: Copy) -> None:
    with book.page(of_kind("footnote")) as (_, note):
        for link in list(elements(note, "a")):
            remove(link)


def at_end(book: Copy) -> None:
    with book.page(of_kind("footnote")) as (_, note):
        link = next(elements(note, "a"))
        paragraph = link.getparent()
        assert paragraph is not None
        remove(link)
        link.tail, link.text = None, "↩"
        paragraph.append(link)


PLANTS = {"none": none, "at the end": at_end}
