"""Folios and page references: what is printed is where the thing stands, in the place that the sheet gave it."""

import io
import re
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from tests.press.books import FACES, chapter, job_of, print_alone, prose, reference, small_book, small_pressed

from publisher.arabic.digits import number, value
from publisher.press import Pressed
from publisher.press.guess import first_guess
from publisher.press.job import FaceFile, Job, Unit


def printed_references(pressed: Pressed) -> list[tuple[str, str]]:
    """Return the target of each page reference and what stands printed there, read from the file."""
    pdf = pikepdf.open(io.BytesIO(pressed.pdf))
    document = pypdfium2.PdfDocument(pressed.pdf)
    found = []
    for index, page in enumerate(pdf.pages):
        text = document[index].get_textpage()
        for annotation in page.obj.get("/Annots", []):
            west, south, east, north = (float(n) for n in annotation.Rect)
            low, high = sorted((south, north))
            shown = text.get_text_bounded(min(west, east) - 0.5, low, max(west, east) + 0.5, high)
            found.append((str(annotation.Dest), "".join(re.findall(r"\d", shown))))
    return found


def printed_folios(pressed: Pressed, height: float = 30) -> list[str]:
    """Return the digits at the foot of every page."""
    document = pypdfium2.PdfDocument(pressed.pdf)
    pages = (page.get_textpage().get_text_bounded(0, 0, 1000, height) for page in document)
    return ["".join(re.findall(r"\d", text)) for text in pages]


def long_book() -> Job:
    """Return a book of more than a hundred small pages, so that numbers have one, two and three digits."""
    chapters = [chapter(i, 620, count=14) for i in range(1, 15)]
    rows = "".join(f"<p>باب {reference(f'c{i}-h')}</p>" for i in range(1, 15))
    contents = Unit("contents", f'<section id="contents">{rows}</section>', series="front")
    return job_of(contents, *chapters, sheet="@page { size: 90mm 110mm; margin: 12mm 8mm }")


@pytest.fixture(scope="module")
def long_pressed() -> Pressed:
    return print_alone(long_book())


@pytest.mark.parametrize("numerals", ["arab", "latn", "arabext"])
def test_references_print_the_page_of_their_target(numerals: str) -> None:
    pressed = small_pressed() if numerals == "arab" else print_alone(small_book(numerals=numerals))
    found = printed_references(pressed)
    assert len(found) == 6
    for target, shown in found:
        assert shown == pressed.page_map[target][1]
        assert shown == number(pressed.page_map[target][0] + 1, numerals)


def test_every_reference_of_a_long_book_is_right(long_pressed: Pressed) -> None:
    found = printed_references(long_pressed)
    assert len(found) == 28
    assert {len(shown) for _, shown in found} == {1, 2, 3}
    assert all(value(shown) == long_pressed.page_map[target][0] + 1 for target, shown in found)


def test_every_page_bears_its_folio_and_blank_ones_none(long_pressed: Pressed) -> None:
    shown = printed_folios(long_pressed)
    pdf = pikepdf.open(io.BytesIO(long_pressed.pdf))
    blank = {i for i, page in enumerate(pdf.pages) if "/Contents" not in page.obj}
    assert blank
    assert all(text == ("" if i in blank else number(i + 1, "arab")) for i, text in enumerate(shown))


@cache
def folio_edges(align: str) -> tuple[tuple[float, float], ...]:
    """Return west and east edge of the folio of several pages."""
    sheet = f"@page {{ size: 90mm 70mm; @bottom-center {{ width: 100%; text-align: {align} }} }}"
    pressed = print_alone(job_of(chapter(1, 230, count=1), sheet=sheet))
    edges = []
    for page in pypdfium2.PdfDocument(pressed.pdf):
        text = page.get_textpage()
        boxes = [text.get_charbox(i) for i in range(text.count_chars())]
        feet = [box for box in boxes if box[3] < 35 and box[2] > box[0]]
        edges.append((min(box[0] for box in feet), max(box[2] for box in feet)))
    assert len(edges) > 9
    return tuple(edges)


def test_folio_stays_at_its_edge() -> None:
    west, middle, east = (folio_edges(align) for align in ("left", "center", "right"))
    width = 90 / 25.4 * 72
    margin = 12 / 25.4 * 72
    bearing = 3.0
    assert all(0 <= a - margin < bearing for a, _ in west)
    assert all(0 <= width - margin - b < bearing for _, b in east)
    assert all(abs((a + b) / 2 - width / 2) < bearing for a, b in middle)
    assert max(b - a for a, b in west) > 1.8 * min(b - a for a, b in west), "some folios have one digit, some two"


def test_start_and_end_follow_the_direction() -> None:
    assert folio_edges("start") == folio_edges("right")
    assert folio_edges("end") == folio_edges("left")


def test_a_folio_keeps_face_and_colour() -> None:
    sheet = '@page { @bottom-center { font: 700 14pt "Amiri 1"; color: #c00 } }'
    pressed = print_alone(job_of(chapter(1, 20, count=1), sheet=sheet))
    pdf = pikepdf.open(io.BytesIO(pressed.pdf))
    page = pdf.pages[0]
    stamp = page.Contents[1].read_bytes()
    font = re.search(rb"/(\S+) (\S+) Tf", stamp)
    assert font
    assert b"0.8 0 0 rg" in stamp
    assert "Bold" in str(page.Resources.Font["/" + font[1].decode()].BaseFont)
    assert float(font[2]) == pytest.approx(14 / 0.75)


def test_a_wrong_guess_is_set_right_by_laying_out_again(long_pressed: Pressed) -> None:
    guess = first_guess(long_book())
    wrong = [
        target
        for target, _ in printed_references(long_pressed)
        if guess[target] != len(long_pressed.page_map[target][1])
    ]
    assert wrong, "the guess of this book is wrong somewhere, or the test proves nothing"
    assert long_pressed.report["rounds"] > 1


def test_digits_of_unequal_width_are_told(tmp_path: Path) -> None:
    regular = next(face for face in FACES if face.family == "Amiri 1" and face.weight == 400)
    font = TTFont(regular.path)
    glyph = font.getBestCmap()[ord("١")]
    font["hmtx"][glyph] = (font["hmtx"][glyph][0] - 100, font["hmtx"][glyph][1])
    path = tmp_path / "uneven.ttf"
    font.save(path)
    uneven = FaceFile("Uneven", 400, str(path), sha256(path.read_bytes()).hexdigest())
    sheet = f'@font-face {{ font-family: "Uneven"; src: url("face:{uneven.sha256}") }} .pr {{ font-family: "Uneven" }}'
    pressed = print_alone(small_book(sheet=sheet, faces=(*FACES, uneven)))
    assert "digits-not-tabular" in [d.code for d in pressed.diagnostics]
    assert pressed.pdf == b""


def test_a_unit_that_opens_anywhere_stands_right_after_the_last() -> None:
    job = job_of(chapter(1, 60, count=3), chapter(2, 60, count=3, opens="next"), chapter(3, 60, count=3, opens="next"))
    sheet = "@page :left { margin-right: 30mm } @page :right { margin-right: 8mm }"
    pressed = print_alone(job_of(*job.units, sheet=sheet))
    firsts = [pressed.page_map[f"c{i}-h"][0] for i in (1, 2, 3)]
    assert [b - a for a, b in pairwise(firsts)] == [1, 1]
    document = pypdfium2.PdfDocument(pressed.pdf)
    edges = []
    for page in document:
        text = page.get_textpage()
        letters = [i for i in range(text.count_chars()) if not text.get_text_range(i, 1).isspace()]
        edges.append(max(text.get_charbox(i)[2] for i in letters))
    assert edges[0] == pytest.approx(edges[2], abs=2)
    assert edges[1] - edges[0] == pytest.approx(22 / 25.4 * 72, abs=3)


def test_page_map_and_breaks_say_where_blocks_stand() -> None:
    pressed = print_alone(job_of(chapter(1, 700, count=1)))
    page, folio = pressed.page_map["c1-p2"]
    assert folio == number(page + 1, "arab")
    breaks = pressed.breaks["c1-p2"]
    assert len(breaks) >= 2
    assert [value(f) for _, f in breaks] == list(range(page + 2, page + 2 + len(breaks)))
    letters = prose(3, 700).replace(" ", "")
    document = pypdfium2.PdfDocument(pressed.pdf)
    for offset, f in breaks:
        at = value(f)
        assert at is not None
        text = re.sub(r"[\s\u200e\u200f\u0640]", "", document[at - 1].get_textpage().get_text_range())
        assert letters[offset : offset + 12] in text
