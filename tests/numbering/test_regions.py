"""What follows the region of a book's language: digits and the names of months."""

import pytest

from publisher.arabic.digits import family_of_locale
from publisher.words import words_of


@pytest.mark.requirement("NUM-04")
@pytest.mark.parametrize(
    ("languages", "family"),
    [
        (["ar", *(f"ar-{region}" for region in "EG SA IQ JO SY LB PS KW QA BH OM YE SD MR".split())], "arab"),  # noqa: SIM905
        (["ar-MA", "ar-DZ", "ar-TN", "ar-LY", "ar-AE", "ar-Latn-MA", "en", "fr"], "latn"),
        (["fa", "fa-IR", "ur"], "arabext"),
    ],
)
def test_digits_by_locale(languages: list[str], family: str) -> None:
    assert {family_of_locale(language) for language in languages} == {family}


@pytest.mark.requirement("DAT-03")
@pytest.mark.parametrize(
    ("regions", "january"),
    [(["EG", "SA", ""], "يناير"), (["IQ", "JO", "LB", "PS", "SY"], "كانون الثاني"), (["DZ", "TN"], "جانفي")],
)
def test_months_by_region(regions: list[str], january: str) -> None:
    assert {words_of("ar").months(region)[0] for region in regions} == {january}
    assert {len(words_of("ar").months(region)) for region in regions} == {12}
