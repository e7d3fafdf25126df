"""What the metadata says of accessibility: computed, true, nothing more (I1…I9)."""

from dataclasses import replace

import pytest
from tests.epub.ebook import SPECIMEN, Ebook, long_book, prepared, seed, specimen

from publisher.editions.epub.accessibility import Holdings, accessibility, features, holdings_of
from publisher.nodes import Image, Paragraph
from publisher.words import words_of


def test_all_properties_are_there(ebook: Ebook) -> None:
    """I1, I6: modes, sufficient modes, features, hazard, and one summary in Arabic."""
    for name in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert ebook.meta(f"schema:{name}")
    (summary,) = ebook.meta("schema:accessibilitySummary")
    assert summary.startswith("نصّ عربي")


@pytest.mark.parametrize(
    ("book", "there", "missing"),
    [
        (specimen, {"pageBreakMarkers", "pageNavigation", "MathML", "alternativeText"}, {"synchronizedAudioText"}),
        (seed, {"tableOfContents", "structuralNavigation"}, {"alternativeText", "MathML", "pageNavigation"}),
        (long_book, {"MathML", "unlocked", "ARIA"}, {"alternativeText", "pageBreakMarkers"}),
    ],
    ids=["specimen", "seed", "long"],
)
def test_features_are_true(book: "type[Ebook]", there: set[str], missing: set[str]) -> None:
    """I2: a feature is listed when the book has it, and only then."""
    said = set(book().meta("schema:accessibilityFeature"))  # type: ignore[call-arg]
    assert there <= said
    assert not missing & said


def test_modes_follow_the_pictures() -> None:
    """I1: a book without pictures is textual alone; with described pictures its text suffices."""
    assert seed().meta("schema:accessMode") == ["textual"]
    assert specimen().meta("schema:accessMode") == ["textual", "visual"]
    assert specimen().meta("schema:accessModeSufficient") == ["textual", "textual,visual"]


def test_a_picture_without_description_takes_the_claim_away() -> None:
    """I2: one picture that is not described, and the text suffices no more."""
    book = prepared(SPECIMEN).book
    chapter = replace(book.body[0], blocks=(*book.body[0].blocks, Paragraph((Image("images/alif.svg", ""),))))
    held = holdings_of(replace(book, body=(chapter, *book.body[1:])), {}, 0)
    assert held.undescribed == 1
    said = list(accessibility(held, words_of("ar")))
    assert ("schema:accessModeSufficient", "textual") not in said
    assert "alternativeText" not in list(features(held))
    assert said[-1][1].endswith("صور لا وصف لها.")


def test_moving_pictures_are_no_safe_ones() -> None:
    """I1: a hazard that nobody judged is unknown."""
    assert ("schema:accessibilityHazard", "unknown") in list(accessibility(Holdings(moves=True), words_of("ar")))
    assert ("schema:accessibilityHazard", "none") in list(accessibility(Holdings(), words_of("ar")))


def test_contrast_of_the_accents(ebook: Ebook) -> None:
    """I9: the accent stands out from white paper by 4.5 to 1 at least, and links in text are underlined."""
    import re

    accent = re.search(r"a\.ref \{ color: #([0-9a-f]{6})", ebook.css)
    assert accent
    channels = [int(accent[1][i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert re.search(r"a\[href\^=\"http\"\][^{]*\{ text-decoration: underline", ebook.css)
