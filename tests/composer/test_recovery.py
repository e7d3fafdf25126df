"""What poppler, pdfium and MuPDF give back of a composed page, and what stands in its PDF."""

import re
from collections import Counter
from pathlib import Path

import pikepdf
import pytest
from tests.composer.recovery import CONTROLS, EXTRACTORS, by_pdfium, recovered, words
from tests.composer.setting_up import AMIRI_BOLD, TEXTS, composed, page, paragraphs, written

from publisher.fonts.manifest import shipped

FLOORS: dict[tuple[str, ...], dict[str, float]] = {
    ("plain", "hard"): {"poppler": 0.975, "pdfium": 0.985, "mupdf": 0.99},
    ("vocalised", "vocalised-hard"): {"poppler": 0.99, "pdfium": 0.99, "mupdf": 0.99},
}
"""Of texts harder than prose: one unvocalised word in fifty mixes letters with digits or scripts. See `PARTED`."""

PARTED = {
    "poppler": re.compile(r"[\u0621-\u0652][0-9A-Za-z٠-٩]|[0-9A-Za-z٠-٩][\u0621-\u0652]"),
    "pdfium": re.compile(r"[A-Za-z].*[0-9]|[0-9].*[A-Za-z]|[\u064b-\u0652][0-9٠-٩]"),
    "mupdf": re.compile(r"[\u0621-\u0652][٠-٩]|[٠-٩][\u0621-\u0652]"),
}
"""Words that a reader takes apart whatever the file says.

poppler writes bidi controls around each number and Latin word of a right-to-left line, inside a word too; pdfium
reverses the order of the runs of letters and of digits in such a line, so that `L2` comes out as `2L`; MuPDF keeps Arabic
digits apart from letters only by a control between them.
"""

FACES = {f"{face.family} {face.weight}": Path(face.path) for face in shipped() if face.role != "marks"}

pytestmark = pytest.mark.tool("pdftotext")


def unmixed(missing: Counter[str], text: str, parted: re.Pattern[str]) -> list[str]:
    """Return the missing words that do not come from a word (between spaces) that the reader takes apart."""
    taken_apart = {word for token in text.split() if parted.search(token) for word in words(token)}
    return [word for word in missing if word not in taken_apart]


def check_recovery(names: tuple[str, ...], face: Path, folder: Path, bold: Path = AMIRI_BOLD) -> None:
    """Set texts in a face and look for every word of them in what each reader gives back."""
    text = "".join((TEXTS / f"{name}.txt").read_text() for name in names)
    pdf = written(composed(page(paragraphs(text), face, bold=bold), kashida="full")[0], folder / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        share, missing = recovered(text, extract(pdf))
        assert share >= FLOORS[names][reader], f"{reader}: {missing}"
        assert unmixed(missing, text, PARTED[reader]) == [], reader


@pytest.mark.requirement("PDF-03", "PDF-04")
@pytest.mark.parametrize("names", FLOORS, ids="-".join)
@pytest.mark.parametrize("name", FACES)
def test_words_come_back_in_every_face_shipped(name: str, names: tuple[str, ...], tmp_path: Path) -> None:
    check_recovery(names, FACES[name], tmp_path)


@pytest.mark.requirement("PDF-03", "PDF-04")
@pytest.mark.parametrize("names", FLOORS, ids="-".join)
def test_words_come_back_in_a_naskh_of_another_foundry(noto: Path, names: tuple[str, ...], tmp_path: Path) -> None:
    check_recovery(names, noto, tmp_path)


@pytest.mark.requirement("PDF-03")
def test_words_of_one_script_all_come_back(face: Path, tmp_path: Path) -> None:
    lines = [
        line
        for line in (TEXTS / "plain.txt").read_text().splitlines()
        if not any(parted.search(line) for parted in PARTED.values()) and not re.search("[A-Za-z]", line)
    ]
    text = "\n".join(lines)
    pdf = written(composed(page(paragraphs(text), face))[0], tmp_path / "page.pdf")
    assert len(words(text)) > 200
    for reader, extract in EXTRACTORS.items():
        assert recovered(text, extract(pdf))[0] == 1.0, reader


@pytest.mark.parametrize("name", [name for name in FACES if "Mono" in name])
def test_code_comes_back_from_within_arabic_lines_and_by_itself(name: str, tmp_path: Path) -> None:
    code = "for name in sorted(names): print(name.upper(), end=' ')"
    body = f'<p>تكتب هذه العبارة <code dir="ltr">{code}</code> في آخر الملف ثم تحفظه.</p><pre dir="ltr">{code}</pre>'
    css = f"@font-face{{font-family:Mono;src:url({FACES[name].as_uri()})}}code,pre{{font:10pt Mono;text-align:left}}"
    pdf = written(composed(page(body, css=css))[0], tmp_path / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        assert recovered(f"{code} {code} تكتب هذه العبارة في آخر الملف ثم تحفظه", extract(pdf))[0] == 1.0, reader


@pytest.mark.parametrize(
    "phrase",
    ["سنة 1987، ثم", "ص ٣١، ثم", "بلغ 96%، ثم", "بلغ ٠٫٥٪ من", "الصفحات 45-52، ثم", "الصفحات ٩٨-١٠٢.", "(رقم 9). ثم"],
)
def test_signs_beside_a_number_stay_on_their_side(phrase: str, face: Path, tmp_path: Path) -> None:
    """What follows a number comes back after it, in one line with it; no reader takes the sign for a part of it."""
    pdf = written(composed(page(f"<p>قال {phrase} والباقي.</p>", face))[0], tmp_path / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        found = re.sub(r"\s+", " ", CONTROLS.sub("", extract(pdf))).replace("(", ")")
        assert phrase.replace("(", ")").replace(" ", "") in found.replace(" ", ""), reader


@pytest.mark.parametrize("space", ["0", ".15em", ".4em"])
def test_wide_word_spaces_do_not_part_marks_from_their_words(space: str, face: Path, tmp_path: Path) -> None:
    text = "كُتِبَتْ كَلِمَةُ الشُّكْرِ ثُمَّ مُحِيَتْ."
    css = f"p{{word-spacing:{space};text-align:start}}"
    pdf = written(composed(page(f"<p>{text}</p>", face, css))[0], tmp_path / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        assert words(extract(pdf)) == words(text), reader


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


@pytest.mark.parametrize("cells", [("4", "الأمن"), ("الأمن", "4"), ("١٢", "GPS"), ("GPS", "الأمن")], ids="-".join)
def test_texts_side_by_side_stay_apart(cells: tuple[str, str], face: Path, tmp_path: Path) -> None:
    """A label and its title, two cells: no reader glues them into one word."""
    body = f'<div class="row"><span>{cells[0]}</span><span>{cells[1]}</span></div>'
    css = ".row{display:flex}.row span:first-child{width:30pt}"
    pdf = written(composed(page(body, face, css))[0], tmp_path / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        assert sorted(words(extract(pdf))) == sorted(cells), reader


@pytest.mark.parametrize("number", ["١٢", "١٤٤٥", "١٢٫٥", "(٣٧)", "٣٠٪"])
def test_a_number_alone_in_its_line_is_not_turned_round(number: str, face: Path, tmp_path: Path) -> None:
    pdf = written(composed(page(f"<p>{number}</p><p>ثم كلام.</p>", face))[0], tmp_path / "page.pdf")
    for reader, extract in EXTRACTORS.items():
        assert words(extract(pdf)) == [*words(number), "ثم", "كلام"], reader
