"""A vocalised paragraph in a book of plain text has lines of its own height."""

import itertools
from pathlib import Path

import pytest
from tests.pdf.reading import read_pages

from publisher.arabic.letters import is_vocalised
from publisher.build import build
from publisher.config import Settings, from_options
from publisher.editions.pdf.tokens import tokens_of

VOCALISED = "وَقَدْ يَسْأَلُ سَائِلٌ: مَا حَاجَتُنَا إِلَى ذِكْرِ العَفْصِ وَالزَّاجِ وَنَحْنُ لَا نَكْتُبُ بِهِمَا؟"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [(VOCALISED, True), ("مُدَّ القلم", False), ("كتب الخطاط سطرًا واحدًا ثم وقف، وقال: هذا هو الكلّ.", False), ("", False)],
)
def test_only_a_text_whose_letters_bear_marks_is_vocalised(text: str, is_so: bool) -> None:
    """Stray marks and short words do not count."""
    assert is_vocalised(text) is is_so


@pytest.mark.parametrize(
    ("options", "leading", "vocalised"),
    [({}, 21, 25), ({"typography.vocalised": True}, 25, 25), ({"typography.leading": 2.0}, 26, 30.952)],
)
def test_its_leading_goes_with_that_of_the_book(options: dict[str, object], leading: float, vocalised: float) -> None:
    """By the style; no more in a book that is vocalised throughout; in proportion where the book sets its leading."""
    settings, _ = from_options(Settings(), {"style": "kitab", **options})
    tokens = tokens_of(settings)
    assert tokens.leading == pytest.approx(leading, abs=0.01)
    assert tokens.vocalised == pytest.approx(vocalised, abs=0.01)


def test_a_build_sets_it_wider(tmp_path: Path) -> None:
    """Its baselines stand 25 pt apart, those of the plain paragraph 21."""
    plain = "كتب الخطاط سطرًا واحدًا ثم وقف عند آخره وقال لصاحبه كلامًا طويلًا في الصبر على الحرف والنقطة والسطر. "
    source = tmp_path / "nass.md"
    source.write_text(f"# باب\n\n{plain * 3}\n\n{(VOCALISED + ' ') * 3}\n", encoding="utf-8")
    options = {"title": "كتاب", "kind": "book", "style": "kitab", "slug": "k"}
    (pdf,) = build(source, ("pdf",), tmp_path / "out", options).paths
    page = next(page for page in read_pages(pdf) if any("سائل" in line.words for line in page.lines))
    feet = [line.baseline for line in page.lines if len(line.words.split()) > 5]
    assert {21, 25} <= {round(b - a) for a, b in itertools.pairwise(feet)}
