"""What poppler, pdfium and MuPDF give back of a composed page, and what stands in its PDF."""

import re
from pathlib import Path

import pikepdf
import pytest
from tests.composer.recovery import EXTRACTORS, by_pdfium, recovered, words
from tests.composer.setting_up import TEXTS, composed, page, paragraphs, written

FLOORS = {"plain.txt": 0.98, "vocalised.txt": 0.98}
"""The plain text is harder than prose: 20 of its 520 words mix letters and digits, which no PDF gives back in poppler."""

pytestmark = pytest.mark.tool("pdftotext")


@pytest.mark.requirement("PDF-03", "PDF-04")
@pytest.mark.parametrize("name", FLOORS)
def test_words_come_back(face: Path, name: str, tmp_path: Path) -> None:
    text = (TEXTS / name).read_text()
    pdf = written(composed(page(paragraphs(text), face), kashida="full")[0], tmp_path / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        share, missing = recovered(text, extract(pdf))
        assert share >= FLOORS[name], f"{reader}: {missing}"


@pytest.mark.requirement("PDF-03")
def test_words_of_one_script_all_come_back(face: Path, tmp_path: Path) -> None:
    lines = [
        line
        for line in (TEXTS / "plain.txt").read_text().splitlines()
        if not re.search("[A-Za-z]|\\d[هم]|و\\d|-", line)
    ]
    text = "\n".join(lines)
    pdf = written(composed(page(paragraphs(text), face))[0], tmp_path / "page.pdf")
    assert len(words(text)) > 200
    for reader, extract in EXTRACTORS.items():
        share, missing = recovered(text, extract(pdf))
        assert share >= 0.99, f"{reader}: {missing}"


@pytest.mark.requirement("JUS-05")
def test_an_authors_tatweel_is_kept_and_a_kashida_is_not(tmp_path: Path) -> None:
    text = "كتب على الغلاف: العلـــم نور، والسلام على القارئ الكريم في المدرسة الكبيرة وفي المكتبة العامرة بالكتب."
    document, typesetting = composed(page(paragraphs(text * 3)), kashida="full")
    assert typesetting.report.kashidas > 3
    for reader, extract in EXTRACTORS.items():
        found = extract(written(document, tmp_path / "page.pdf"))
        assert found.count("ـ") == 9, reader
        assert found.count("العلـــم") == 3, reader


def streams(pdf: Path) -> bytes:
    """Return the content streams of a file."""
    with pikepdf.open(pdf) as document:
        return b"\n".join(sheet.Contents.read_bytes() for sheet in document.pages)


def to_unicode(pdf: Path) -> list[str]:
    """Return what each code of each font means."""
    with pikepdf.open(pdf) as document:
        return [
            bytes.fromhex(code.decode()).decode("utf-16-be")
            for font in document.pages[0].Resources.Font.values()
            for code in re.findall(rb"<[0-9a-f]{4}> <([0-9a-f]*)>", font.ToUnicode.read_bytes())
        ]


def test_one_code_is_one_character_and_nothing_is_raised(face: Path, tmp_path: Path) -> None:
    text = (TEXTS / "vocalised.txt").read_text()
    pdf = written(composed(page(paragraphs(text), face), kashida="medium")[0], tmp_path / "page.pdf")
    assert b" Ts" not in streams(pdf)
    meanings = to_unicode(pdf)
    assert len(meanings) > 50
    assert {len(meaning) for meaning in meanings} == {1}
    assert "ـ" not in {m for m in meanings if m != "ـ"} | ({"ـ"} if "ـ" not in text else set())


def test_the_drawing_is_the_faces_own(tmp_path: Path) -> None:
    """Composites change no outline: the page looks the same with the text layer and without."""
    import pymupdf

    html = page(paragraphs((TEXTS / "vocalised.txt").read_text()))
    shots = []
    for layer in (True, False):
        pdf = written(composed(html, kashida="none", text_layer=layer)[0], tmp_path / f"{layer}.pdf")
        with pymupdf.open(pdf) as document:
            shots.append(document[0].get_pixmap(dpi=72, colorspace="gray").samples)
    different = sum(abs(a - b) > 96 for a, b in zip(*shots, strict=True))
    assert different / len(shots[0]) < 0.005


def test_the_blessing_comes_back(tmp_path: Path) -> None:
    text = "قال النبي ﷺ ثم سكت."
    pdf = written(composed(page(paragraphs(text)))[0], tmp_path / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        assert recovered(text, extract(pdf))[0] == 1.0, reader


def test_reading_order_is_kept_in_pdfium(tmp_path: Path) -> None:
    text = "خرج الرجل من بيته في الصباح ثم عاد إليه في المساء."
    pdf = written(composed(page(paragraphs(text)))[0], tmp_path / "page.pdf")
    assert words(by_pdfium(pdf)) == words(text)
