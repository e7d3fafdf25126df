"""E6: native numbers of a list, numbers lost, a counter of CSS."""

from tests.verify.planting import Copy, css, text

CODE = "EPUB-E6"


def lost(book: Copy) -> None:
    book.add_text('<ol class="bare"><li>رمل من النهر</li><li>طين من الحقل</li></ol>')
    book.add_css(".bare { list-style: none }\n")


PLANTS = {
    "native": text("<ol><li>رمل من النهر</li><li>طين من الحقل</li></ol>"),
    "by attribute": text('<ol style="list-style-type: arabic-indic"><li>رمل</li><li>طين</li></ol>'),
    "lost": lost,
    "counter": css('h1::before { content: counter(chapter, arabic-indic) ". " }\n'),
}
