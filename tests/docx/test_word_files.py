"""Word files: what an author's styles say becomes nodes, and a hostile archive becomes a finding."""

import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures
from tests.docx.words import image, image_relation, note_call, paragraph, run, table, word_file
from tests.markdown.trees import tree

from publisher.diagnostic import Diagnostic, Stop
from publisher.manuscript import find, word
from publisher.manuscript.assets import read_images
from publisher.manuscript.word import open_word
from publisher.readers import Bound, bind


def _bound(root: Path, data: bytes) -> Bound:
    (root / "nass.docx").write_bytes(data)
    return bind(find(root / "nass.docx"))


def _tree(bound: Bound) -> str:
    return "\n".join(tree(chapter.blocks, chapter.notes) for chapter in bound.book.chapters())


def _picture() -> bytes:
    out = BytesIO()
    Pictures.new("RGB", (3, 2), "red").save(out, "png")
    return out.getvalue()


def test_styles_become_title_headings_quotations_lists_tables_and_notes(tmp_path: Path) -> None:
    bound = _bound(
        tmp_path,
        word_file(
            paragraph("مقالة في الماء", "Title"),
            paragraph("نهر وبحر", "Subtitle"),
            paragraph("المحتويات ١", "TOC1"),
            paragraph("أولًا: البحر", "H1"),
            paragraph(run("نصّ ") + run("غليظ", "<w:b/>") + run(" ومائل", "<w:i/>") + note_call(2) + run(".")),
            paragraph("وأبرز ذلك:"),
            paragraph("ماء", "", (2, 0)),
            paragraph("فرع", "", (2, 1)),
            paragraph("نار", "", (2, 0)),
            paragraph("أول", "", (1, 0)),
            paragraph("ثان", "", (1, 0)),
            paragraph("كلام منقول", "Quote"),
            table(("الاسم", "العدد"), ("أ", "١")),
            paragraph("الخاتمة", "H1"),
            paragraph("تمّ. ﴿نٓ ۚ وَٱلْقَلَمِ﴾"),
            notes={2: "حاشية أولى."},
        ),
    )
    assert (bound.settings.title, bound.settings.subtitle) == ("مقالة في الماء", "نهر وبحر")
    assert _tree(bound).splitlines() == [
        "heading 1 typed=أولًا id=c01-s1: البحر",
        "paragraph: نصّ ⟨strong غليظ⟩⟨emphasis  ومائل⟩⟨note c01-n1⟩.",
        "paragraph lead: وأبرز ذلك:",
        "list bullets",
        "  item",
        "    paragraph: ماء",
        "    list bullets",
        "      item",
        "        paragraph: فرع",
        "  item",
        "    paragraph: نار",
        "list ordered from 1",
        "  item",
        "    paragraph: أول",
        "  item",
        "    paragraph: ثان",
        "quotation",
        "  paragraph: كلام منقول",
        "table id=c01-tbl1: ",
        "  head | الاسم | № العدد",
        "  row | أ | № ١",
        "heading 1 id=c01-s2 unnumbered=True: الخاتمة",
        "paragraph: تمّ. ⟨quran نٓ ۚ وَٱلْقَلَمِ⟩",
        "note c01-n1",
        "  paragraph: حاشية أولى.",
    ]
    assert not [d for d in bound.diagnostics if d.is_error]


def test_places_point_into_the_lines_of_the_file(tmp_path: Path) -> None:
    bound = _bound(
        tmp_path,
        word_file(paragraph("عنوان", "H1"), paragraph("فقرة أولى"), paragraph("ثانية", "H2"), paragraph("أخيرة")),
    )
    lines = [block.span.line for block in next(bound.book.chapters()).blocks if block.span is not None]
    assert lines == [2, 3, 4]


def test_text_without_styles_is_read_as_plain_text(tmp_path: Path) -> None:
    bound = _bound(
        tmp_path,
        word_file(
            paragraph("مقالة في الماء"),
            paragraph("أولًا: البحر"),
            paragraph("ينزل النهر من الجبل ويجري في السهل حتى يبلغ البحر، وعلى ضفتيه مدن كثيرة."),
            paragraph("ثانيًا: النهر"),
            paragraph("وفي النهر خمسة سدود، بُني أولها عام ١٩٥٠، وآخرها عام ٢٠٢٠."),
        ),
    )
    assert "heading 1 typed=أولًا" in _tree(bound)
    assert bound.settings.title == "مقالة في الماء"


def test_letters_are_composed_once(tmp_path: Path) -> None:
    bound = _bound(
        tmp_path,
        word_file(
            paragraph(unicodedata.normalize("NFD", "أولًا: آية"), "H1"), paragraph(unicodedata.normalize("NFD", "مؤلّف"))
        ),
    )
    assert _tree(bound) == unicodedata.normalize("NFC", _tree(bound))


def test_an_image_inside_the_file_is_read_from_it(tmp_path: Path) -> None:
    data = word_file(
        paragraph("فصل", "H1"),
        paragraph(image("i1", "خريطة")),
        paragraph("شكل النهر", "Caption"),
        parts={"word/media/image1.png": _picture()},
        relations=image_relation("i1", "media/image1.png"),
    )
    bound = _bound(tmp_path, data)
    assert "figure id=c01-fig1 nass.docx/word/media/image1.png (خريطة): شكل النهر" in _tree(bound)
    images, found = read_images(bound.book, tmp_path)
    assert images == {"nass.docx/word/media/image1.png": _picture()}
    assert not found


def test_a_linked_image_is_not_fetched_and_its_words_stay(tmp_path: Path) -> None:
    data = word_file(
        paragraph("فصل", "H1"),
        paragraph(image("i1", "سرّ", is_linked=True)),
        relations=image_relation("i1", "file:///etc/passwd", is_external=True),
    )
    bound = _bound(tmp_path, data)
    assert "figure id=c01-fig1 - (سرّ)" in _tree(bound)
    assert not read_images(bound.book, tmp_path)[0]


def test_text_that_the_reader_cannot_place_is_told(tmp_path: Path) -> None:
    formula = '<m:oMath xmlns:m="x"><m:r><w:t>معادلة</w:t></m:r></m:oMath>'
    bound = _bound(tmp_path, word_file(paragraph("فصل", "H1"), paragraph(formula)))
    told = [d for d in bound.diagnostics if d.code == "word-text-missing"]
    assert [d.span.line for d in told if d.span] == [2]


def _stopped(data: bytes) -> Diagnostic:
    with pytest.raises(Stop) as stopped:
        open_word("nass.docx", data)
    return stopped.value.diagnostics[0]


def _zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


_DOCUMENT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK not an archive", "word-damaged"),
        (_zipped(**{"a.txt": b"x"}), "word-damaged"),
        (_zipped(**{"word__document.xml": b"<w:document"}), "word-damaged"),
        (_zipped(**{"word__document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "word-damaged"),
        (_zipped(**{"word__document.xml": _DOCUMENT % b""}), "empty-file"),
        (_zipped(**{"word__document.xml": _DOCUMENT % (b"<w:p>" * 200 + b"</w:p>" * 200)}), "word-limit"),
    ],
    ids=["no archive", "no text", "broken", "entities", "empty", "deep"],
)
def test_a_hostile_archive_is_a_finding(data: bytes, code: str) -> None:
    assert _stopped(data).code == code


@pytest.mark.parametrize("part", ["word__bomb.xml", "word__media__a.png"])
def test_an_archive_that_unpacks_to_more_than_the_limit_is_refused_unopened(
    monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setattr(word, "WORD_UNPACKED_MEGABYTES", 1)
    monkeypatch.setattr(word, "WORD_XML_MEGABYTES", 1)
    found = _stopped(_zipped(**{"word__document.xml": _DOCUMENT % b"", part: b" " * (2 * 1024 * 1024)}))
    assert found.code == "word-limit"
    assert "1 MB" in found.message.en
