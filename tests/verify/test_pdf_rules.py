"""Every rule of the PDF finds its defect, and nothing else, in good files of three makers."""

import io
import random
from functools import cache

import arabic_reshaper
import pikepdf
import pytest
from tests.verify.good.printed import GOOD
from tests.verify.pdf_plants import PLANTS, SIDE_EFFECTS, Plant, remapped, tables_unreadable
from weasyprint import HTML

from publisher.book import Book, Chapter, Metadata
from publisher.diagnostic import Diagnostic
from publisher.nodes import Paragraph, Text
from publisher.verify.pdf import judge, known_rules

CASES = [pytest.param(c, p, id=f"{c}-{p.__name__}") for c, plants in PLANTS.items() for p in plants]
SENTENCE = "كان الذي في البيت من أهل القرية، ثم خرج بعد الظهر على مهل إلى هذا الحقل الذي كان عن يمينه كل صباح"


@cache
def words(file: str) -> Book:
    """Return a Book of the words that come back from a good file."""
    from publisher.verify.pdf.file import PdfFile

    read = PdfFile(file, GOOD[file]())
    paragraphs = tuple(Paragraph((Text(" ".join(text.split())),)) for text in read.texts)
    read.close()
    return Book(Metadata("كتاب"), (Chapter("c01", None, paragraphs),))


def planted(data: bytes, plant: Plant, book: Book | None = None) -> tuple[Diagnostic, ...]:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        plant(pdf)
        pdf.save(stream)
    return judge("planted.pdf", stream.getvalue(), book)


@pytest.mark.parametrize("file", GOOD)
def test_a_good_file_is_clean(file: str) -> None:
    assert [f"{d.code} {d.message.en}" for d in judge("good.pdf", GOOD[file](), words(file))] == []
    assert judge("good.pdf", GOOD[file]()) == ()


@pytest.mark.parametrize("file", GOOD)
@pytest.mark.parametrize(("code", "plant"), CASES)
def test_a_planted_defect_is_found_and_nothing_else(file: str, code: str, plant: Plant) -> None:
    found = planted(GOOD[file](), plant)
    codes = {d.code for d in found}
    assert code in codes
    assert codes - {code} <= SIDE_EFFECTS.get((code, plant.__name__), set()), [d.message.en for d in found]


@pytest.mark.parametrize("file", GOOD)
def test_words_of_the_book_that_do_not_come_back_are_told(file: str) -> None:
    found = planted(GOOD[file](), remapped("ل", "م"), words(file))
    assert [d.code for d in found] == ["PDF-TEXT"]


def printed(text: str) -> set[str]:
    page = f'<html lang="ar" dir="rtl"><body style="font-family: DejaVu Sans">{text}</body></html>'
    return {
        d.message.en.partition(",")[0] for d in judge("x.pdf", HTML(string=page).write_pdf()) if d.code == "PDF-TEXT"
    }


def test_text_that_is_like_no_arabic_is_told() -> None:
    reversed_words = " ".join(word[::-1] for word in SENTENCE.split())
    assert printed(f"<p>{SENTENCE}</p>") == set()
    assert printed(f"<p>{reversed_words}</p>") == {"words come back with their letters reversed"}
    parted = " ".join(SENTENCE.replace(" ", ""))
    assert {message[:28] for message in printed(f"<p>{parted}</p>")} == {"letters come back parted by "}


def test_text_of_presentation_forms_is_told() -> None:
    """As tools leave it that shape letters by themselves before they print."""
    lines = arabic_reshaper.reshape(SENTENCE)
    assert {message[:48] for message in printed(f"<p>{lines}</p>")} == {
        "the text comes back as presentation forms (100 %"
    }


def test_what_cannot_be_opened_is_told() -> None:
    assert [d.code for d in judge("x.pdf", b"%PDF-1.7\nnothing")] == ["PDF-OPEN"]
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOOD["typst"]())) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert [d.code for d in judge("x.pdf", stream.getvalue())] == ["PDF-OPEN"]


def test_a_damaged_part_stops_one_check_and_not_the_others() -> None:
    found = planted(GOOD["weasyprint"](), tables_unreadable)
    told = {d.code: d.message.en for d in found}
    assert "PDF-LANG" in told
    assert "UNMAPPED" in told["PDF-OBJECTS"]


@pytest.mark.parametrize("file", GOOD)
def test_no_damage_is_too_much(file: str) -> None:
    """Whatever bytes are changed or lost, the file is judged; half a file is never good."""
    chance, good = random.Random(file), GOOD[file]()
    for _ in range(25):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 40)):
            data[chance.randrange(9, len(data))] = chance.randrange(256)
        assert all(d.code.startswith("PDF-") for d in judge("x.pdf", bytes(data)))
        assert judge("x.pdf", good[: chance.randrange(9, len(good) // 2)])


def test_every_rule_has_its_defect() -> None:
    assert {f"PDF-{rule.id}" for rule in known_rules()} == set(PLANTS)
