"""E7: a number set as a block in its line."""

from tests.verify.planting import Copy, text

CODE = "EPUB-E7"


def by_class(book: Copy) -> None:
    book.add_text('<p><span class="boxed">(ب)</span> بند من البنود.</p>')
    book.add_css("span.boxed { display: inline-block; min-width: 2em }\n")


PLANTS = {
    "class": by_class,
    "attribute": text('<p><b style="display:inline-block">(أ)</b> بند من البنود.</p>'),
}
