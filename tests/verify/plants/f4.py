"""F4: notes that lean on others, with and without marks."""

from tests.verify.planting import Copy, Plant, of_kind

from publisher.verify.epub.markup import elements

CODE = "EPUB-F4"


def says(words: str) -> Plant:
    def plant(book: Copy) -> None:
        with book.page(of_kind("footnote")) as (_, note):
            link = next(elements(note, "a"))
            link.tail = f". {words}"

    return plant


PLANTS = {
    "same": says("المرجع نفسه، الصفحة التالية."),
    "earlier": says("المَصدَر السّابق، الباب الأول."),
    "idiom": says("نفس المصدر."),
}
