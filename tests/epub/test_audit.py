"""Nothing lost: the made file read back says what the Book says, to the letter."""

import zipfile
from dataclasses import replace
from io import BytesIO

from tests.epub.ebook import SPECIMEN, Ebook, long_book, made, materials, prepared, seed, specimen
from tests.epub.long_book import every_kind, generated

from publisher.book import Chapter
from publisher.editions.audit import blocks_text, book_text, compare, normalised, note_text
from publisher.editions.epub import reading
from publisher.editions.epub.content import Content
from publisher.nodes import Note, NoteRef, Paragraph, Text


def test_the_three_books_lose_nothing(ebook: Ebook) -> None:
    """No chapter and no note of them differs."""
    assert "text-lost" not in [d.code for d in ebook.diagnostics]


def test_the_text_of_every_kind() -> None:
    """Labels, marks of lists, calls of notes, alternative text, formulas: all that is printed counts."""
    (chapter,) = every_kind()
    said = book_text(chapter)
    for words in (
        "الفصل الأول كل شيء", "--flag=[x]", "وكلمة كتاب والآية", r"\frac{a}{b}", "(١)", "١. أول البنود", "صدر البيت عجز البيت",
        "كلام منقول قائله", "ٱقۡرَأۡ بِٱسۡمِ رَبِّكَ [العلق: ١]", 'print("سلام") y = x', "جدول ١ عنوان الجدول السنة العدد ١٩٠٦ ١٢",
    ):  # fmt: skip
        assert words in said, words
    assert note_text(chapter.notes[0]) == "(١) حاشية أولى فقرتها الثانية"


def test_what_the_passes_add_is_nothing() -> None:
    """Joiners, marks, no-break spaces and line ends do not count; letters, marks and words do."""
    assert normalised("كتا\u200d\u200dبة\u00a0و\u200e ISO\n") == "كتابة و ISO"
    assert compare("كتاب", "كتب", "هنا")[0].is_error
    assert compare("كُتب", "كتب", "هنا")
    assert not compare("كتاب", "كتاب", "هنا")


def test_place_of_the_first_difference() -> None:
    """The finding shows both sides where they part."""
    words = " ".join(f"كلمة{n}" for n in range(200))
    (found,) = compare(words, words.replace("كلمة150", "غيرها"), "الفصل الأول")
    assert "كلمة150" in found.message.ar
    assert "غيرها" in found.message.ar
    assert "الفصل الأول" in found.message.ar
    assert len(found.message.ar) < 300


def test_a_lost_word_is_found() -> None:
    """A word taken out of one file of the made book is an error that names its chapter."""
    book = generated()
    contents, data = _contents(long_book())
    assert not reading.audit(data, book, contents)
    for words, place in (("كلام منقول", "كل شيء"), ("حاشية ثانية", "كل شيء (٢)"), ("قبل فصول", "أول الأبواب")):
        codes = reading.audit(_without(data, words), book, contents)
        assert [d.code for d in codes] == ["text-lost"]
        assert place in codes[0].message.ar


def test_glued_words_are_found() -> None:
    """A space that is lost between two words is a difference, as is a line break."""
    chapter = Chapter("c01", None, (Paragraph((Text("كلمة أخرى"),)),))
    assert compare(book_text(chapter), "كلمةأخرى", "هنا")


def test_notes_are_read_by_themselves() -> None:
    """Where an edition sets the notes is its own affair."""
    chapter = Chapter(
        "c01",
        None,
        (Paragraph((Text("متن"), NoteRef("n", "١"), Text(" بعده"))),),
        (Note("n", (Paragraph((Text("حاشية"),)),), "١"),),
    )
    assert book_text(chapter) == "متن(١) بعده"
    assert blocks_text(chapter.notes[0].blocks) == "حاشية"


def test_an_edited_book_does_not_pass_for_the_old_one() -> None:
    """The e-book of one text, held against another, differs."""
    contents, data = _contents(specimen())
    book = prepared(SPECIMEN).book
    body = (replace(book.body[0], blocks=book.body[0].blocks[:-1]), *book.body[1:])
    assert reading.audit(data, replace(book, body=body), contents)


def _contents(ebook: Ebook) -> tuple[list[Content], bytes]:
    found = []
    for name, root in ebook.texts.items():
        section = root.find("{*}body/{*}section")
        ident = "" if section is None or name not in ebook.chapters else str(section.get("id")).partition("-part")[0]
        title = str(root.find("{*}head/{*}title").text)
        found.append(Content(name.removeprefix("text/"), title, "bodymatter", b"", (), ident))
    return found, ebook.data


def _without(data: bytes, words: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name,
                content.replace(words.encode(), b"") if name.startswith(("EPUB/text/c0", "EPUB/text/p")) else content,
            )
    return out.getvalue()


def test_seed_and_made_again_agree() -> None:
    """The seed, made with nothing but its Book, is audited too."""
    ready = prepared(SPECIMEN)
    assert not [d for d in made(ready.book, materials(ready)).diagnostics if d.is_error]
    assert not [d for d in seed().diagnostics if d.is_error]
