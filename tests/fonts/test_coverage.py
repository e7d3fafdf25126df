"""A character that no face has is told with its code point, name, word and place."""

from pathlib import Path

from publisher.book import Book, Chapter, Metadata
from publisher.config import FontSettings
from publisher.diagnostic import Severity
from publisher.fonts import Faces, check_coverage, choose, substitute_pictographs
from publisher.nodes import Code, Paragraph, Style, Styled, Text, inline_text
from publisher.source import SourceFile


def shipped_faces() -> Faces:
    faces, found = choose(FontSettings(), None)
    assert found == ()
    return faces


def book_of(source: SourceFile) -> Book:
    span = source.span(0, len(source.text))
    text = Paragraph((Text(source.text, span),), span=span)
    return Book(Metadata("كتاب"), (Chapter("c01", None, (text,)),))


def test_arabic_latin_vocalised_and_code_are_covered() -> None:
    text = Text("قالَ: «كُنْ» (S-400)، ٪٥٠ ﷺ ﴿آية﴾ … – — 12.5%\u00a0\u2003\u200f")
    chapter = Chapter("c01", None, (Paragraph((text, Styled(Style.STRONG, (Code("x = [1]"),)))),))
    assert check_coverage(Book(Metadata("كتاب"), (chapter,)), shipped_faces()) == ()


def test_a_missing_letter_is_an_error_at_its_place() -> None:
    source = SourceFile("a.txt", "سطر أول\nكلمة 漢字 هنا، و漢 هناك")
    first, second = check_coverage(book_of(source), shipped_faces(), {"a.txt": source})
    assert first.severity is Severity.ERROR
    assert first.code == "missing-character"
    assert first.span is not None
    assert (first.span.line, first.span.column, first.span.end - first.span.start) == (2, 6, 1)
    for said in ("漢", "U+6F22", "CJK UNIFIED IDEOGRAPH-6F22", "漢字", "2"):
        assert said in first.message.en
        assert said in first.message.ar
    assert "字" in second.message.en


def test_a_letter_whose_parts_are_covered_is_not_missing() -> None:
    source = SourceFile("a.txt", "a\u0323\u0302 \u1ead")
    assert check_coverage(book_of(source), shipped_faces()) == ()


def test_a_pictograph_is_a_warning_and_prints_as_a_hollow_nuqta() -> None:
    source = SourceFile("a.txt", "أهلًا 👩🏽\u200d🌾 بكم 😀\ufe0f، وسهلًا")
    book = book_of(source)
    found = check_coverage(book, shipped_faces(), {"a.txt": source})
    assert {d.severity for d in found} == {Severity.WARNING}
    changed = substitute_pictographs(book, shipped_faces())
    chapter = changed.body[0]
    assert isinstance(chapter, Chapter)
    (paragraph,) = chapter.blocks
    assert isinstance(paragraph, Paragraph)
    assert inline_text(paragraph.content) == "أهلًا ◇ بكم ◇، وسهلًا"
    assert check_coverage(changed, shipped_faces()) == ()


def test_a_book_without_pictographs_stays_the_same_object() -> None:
    book = book_of(SourceFile("a.txt", "نصّ"))
    assert substitute_pictographs(book, shipped_faces()) is book


def test_a_face_of_ones_own_is_found_and_named_apart(tmp_path: Path) -> None:
    plex = next(face for face in shipped_faces().all if face.key == "plex-arabic" and face.weight == 400)
    (tmp_path / "mine.ttf").write_bytes(plex.path.read_bytes())
    (tmp_path / "broken.otf").write_bytes(b"no font")
    faces, found = choose(FontSettings(body="IBM Plex Sans Arabic"), tmp_path)
    assert [d.code for d in found] == ["unreadable-face"]
    assert faces.families["text"] == "IBM Plex Sans Arabic own"
    assert faces.stack("text")[0] == "IBM Plex Sans Arabic own"
    assert "Amiri 1" in faces.stack("text")


def test_an_unknown_family_is_an_error_that_names_those_here() -> None:
    _, (found,) = choose(FontSettings(code="Nothing"), None)
    assert found.is_error
    assert "Amiri" in found.hint.en
