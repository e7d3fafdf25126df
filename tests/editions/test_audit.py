"""The audits that stand between a Book and its editions: each sees a word that is lost, moved or invented."""

from dataclasses import replace

import pytest

from publisher.book import Book, Chapter, Metadata
from publisher.diagnostic import Diagnostic
from publisher.editions.html.audit import audit as audit_html
from publisher.editions.pdf.audit import check_book, check_notes, check_text
from publisher.nodes import Note, NoteRef, Paragraph, Text
from publisher.press.job import Unit

TEXT = (Text("كلامٌ أوّل وكلام ثان"), NoteRef("c01-n1", "١"))
NOTES = (Note("c01-n1", (Paragraph((Text("حاشية"),)),), "١"),)
BOOK = Book(Metadata("عنوان"), (Chapter("c01", None, (Paragraph(TEXT),), NOTES),))
UNIT = Unit("c01", '<p>كلامٌ أوّل وكلام ثان<span class="fn">حاشية</span></p>')


def codes(found: object) -> list[str]:
    """Return the codes of diagnostics."""
    assert isinstance(found, list | tuple) or hasattr(found, "__iter__")
    return [d.code for d in found if isinstance(d, Diagnostic)]


def test_a_whole_book_passes() -> None:
    """Nothing is said of a book that is whole."""
    assert codes(check_book(BOOK, (UNIT,))) == []
    assert codes(check_text((UNIT,), {"c01": "كلامٌ أوّل\nوكلام ثان\nحاشية"})) == []


@pytest.mark.parametrize("body", ["<p>كلامٌ أوّل</p>", '<p>كلام أوّل وكلام ثان<span class="fn">حاشية</span></p>'])
def test_a_unit_that_lost_a_sign_is_an_error(body: str) -> None:
    """A phrase or a single mark that is missing stops the edition."""
    assert codes(check_book(BOOK, (replace(UNIT, body=body),))) == ["text-lost"]


def test_pages_that_lost_a_word_are_an_error() -> None:
    """The boxes are held against the unit."""
    assert codes(check_text((UNIT,), {"c01": "كلامٌ أوّل\nوكلام ثان"})) == ["text-lost"]


def test_pages_that_say_more_are_an_error() -> None:
    """Nothing is invented."""
    assert codes(check_text((UNIT,), {"c01": "كلامٌ أوّل\nوكلام ثان\nحاشية!"})) == ["text-invented"]


def test_what_the_passes_add_counts_as_nothing() -> None:
    """Joiners, direction marks and kashidas are no text."""
    assert codes(check_text((UNIT,), {"c01": "كـلامٌ\u200d أوّل\u200e\nوكلام ثان\u061cحاشية"})) == []


def test_a_lost_note_is_an_error() -> None:
    """Calls are counted against notes."""
    assert codes(check_notes(2, 1)) == ["notes-lost"]
    assert codes(check_notes(2, 2)) == []


def page(text: str) -> bytes:
    """Return a proof that says a text."""
    return f"<html><body><main><p>{text}</p></main></body></html>".encode()


def test_a_proof_is_read_back_in_order() -> None:
    """Order counts: two words that change places are an error."""
    assert codes(audit_html(page("كلامٌ أوّل وكلام ثان(١) (١) حاشية"), BOOK)) == []
    assert codes(audit_html(page("وكلام ثان كلامٌ أوّل(١) (١) حاشية"), BOOK)) == ["text-lost"]
