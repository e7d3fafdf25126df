"""The digits of a book: those of its text, else those of its locale, and always as its settings say."""

from pathlib import Path

import pytest

from publisher.manuscript import find
from publisher.readers import bind


def _family(root: Path, text: str, **said: str) -> str:
    toml = f'title = "ك"\nlanguage = "{said.get("language", "ar")}"\n[typography]\ndigits = "{said.get("digits", "auto")}"\n'
    (root / "book.toml").write_text(toml, encoding="utf-8")
    (root / "1.md").write_text(text, encoding="utf-8")
    return bind(find(root)).settings.typography.digits


@pytest.mark.requirement("NUM-04")
@pytest.mark.parametrize(
    ("language", "family"),
    [("ar", "arab"), ("ar-EG", "arab"), ("ar-MA", "latn"), ("ar-AE", "latn"), ("fa", "arabext"), ("en", "latn")],
)
def test_a_text_without_digits_follows_its_locale(tmp_path: Path, language: str, family: str) -> None:
    assert _family(tmp_path, "نصّ بلا أرقام.", language=language) == family


@pytest.mark.requirement("NUM-04")
@pytest.mark.parametrize("family", ["arab", "latn", "arabext"])
def test_settings_say_the_family(tmp_path: Path, family: str) -> None:
    assert _family(tmp_path, "عام ١٩٩٠ وعام 1991 وعام ۱۹۹۲.", digits=family) == family


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("عام ١٩٩٠ وعام ١٩٩١ ثم 1992.", "arab"),
        ("عام 1990 وعام 1991 ثم ١٩٩٢.", "latn"),
        ("طائرات F-16 وISO 9001:2015 ثم ٥.", "arab"),
        ("شيفرة `123456` ورابط <https://a.example/2024> ثم ٥.", "arab"),
        ("كلام [page 1234]{lang=en} ثم ٥.", "arab"),
        ("## ١. عنوان\n\nنصّ 5 ثم.\n\n## ٢. عنوان", "arab"),
        ("١. بند\n٢. بند\n٣. بند\n\nنصّ 45.", "arab"),
        ("عام 90 وعام ٩٠.", "arab"),
    ],
)
def test_the_text_says_the_family_outside_latin_runs(tmp_path: Path, text: str, family: str) -> None:
    assert _family(tmp_path, text) == family
