"""Nothing lost on the way to the proof: the made page read back against the Book, letter by letter."""

from lxml import html

from publisher.book import Book
from publisher.diagnostic import Diagnostic
from publisher.editions.audit import book_text, compare, normalised, note_text
from publisher.editions.said import texts

_BESIDE_TEXT = "//aside | //*[@class='title'] | //main/p[@class='sub' or @class='by']"


def audit(page: bytes, book: Book) -> tuple[Diagnostic, ...]:
    """Return where the proof does not say what the Book says."""
    tree = html.fromstring(page.decode())
    for element in tree.xpath(_BESIDE_TEXT):
        element.drop_tree()
    found = normalised(" ".join(texts(tree.find(".//main"))))
    expected = normalised(" ".join(_said(book)))
    return compare(expected, found, book.metadata.title, "HTML")


def _said(book: Book) -> list[str]:
    return [text for chapter in book.chapters() for text in (book_text(chapter), *map(note_text, chapter.notes))]
