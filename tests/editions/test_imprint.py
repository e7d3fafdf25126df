"""What the copyright page says: the same lines in print and on a screen, in the words of the book's language."""

from dataclasses import replace

import pytest

from publisher.book import Metadata
from publisher.config import Settings
from publisher.editions.imprint import imprint_lines, place_and_years
from publisher.fonts import shipped

FULL = Metadata(
    "سيرة الصفحة", "حديث في الحبر", ("ليلى بنت سعد", "نادر الخطّاط"), publisher="دار النقطة", place="بيروت",
    date="2026-11-25", edition="الثانية", isbn="978-9-9999-1200-6", print_isbn="978-9-9999-1201-3",
    series="كراسات المداد", series_number="3",
)  # fmt: skip
SETTINGS = Settings(typography=replace(Settings().typography, digits="arab"))
AMIRI = [face for face in shipped() if face.key == "amiri"]


def test_a_full_page() -> None:
    """Two weights of a face are one face."""
    assert imprint_lines(FULL, SETTINGS, AMIRI) == [
        "سيرة الصفحة: حديث في الحبر",
        "تأليف: ليلى بنت سعد، نادر الخطّاط",
        "الطبعة الثانية، ١٤٤٨هـ / ٢٠٢٦م",
        "دار النقطة، بيروت",
        "كراسات المداد، ٣",
        "© جميع الحقوق محفوظة",
        "الترقيم الدولي (ورقي): 978-9-9999-1201-3",
        "الترقيم الدولي (إلكتروني): 978-9-9999-1200-6",
        f"صُفّ هذا الكتاب بخطّ Amiri {AMIRI[0].version}",
    ]


def test_what_is_not_stated_leaves_no_line() -> None:
    """A title alone gives title, rights and face."""
    assert len(imprint_lines(Metadata("عنوان"), SETTINGS, AMIRI)) == 3


def test_one_number_is_that_of_the_book() -> None:
    """Without a number of the print edition nothing is said of kinds."""
    lines = imprint_lines(replace(FULL, print_isbn=""), SETTINGS, AMIRI)
    assert [line for line in lines if "978" in line] == ["الترقيم الدولي: 978-9-9999-1200-6"]


def test_lists_have_the_comma_of_the_language() -> None:
    """Names in an English book are parted by its own comma."""
    english = Metadata("Ink", authors=("Layla", "Nadir"), language="en", publisher="Nuqta", place="Beirut")
    assert {"By: Layla, Nadir", "Nuqta, Beirut"} <= set(imprint_lines(english, SETTINGS, AMIRI))
    assert english.byline == "Layla, Nadir"


@pytest.mark.parametrize(
    ("place", "date", "said"),
    [("بيروت", "2026-11-25", "بيروت، ١٤٤٨هـ / ٢٠٢٦م"), ("", "2026", "٢٠٢٦"), ("بيروت", "", "بيروت"), ("", "", "")],
)
def test_place_and_years(place: str, date: str, said: str) -> None:
    """What the title page says under the press."""
    assert place_and_years(replace(FULL, place=place, date=date), SETTINGS) == said
