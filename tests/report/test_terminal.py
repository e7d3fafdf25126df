"""Where the terminal neither shapes nor reorders Arabic, the report does both; elsewhere it does neither."""

import io

import pytest
from rich.text import Text

from publisher.report import print_lines, reading_language
from publisher.report.terminal import is_plain


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def shown(line: str, **environ: str) -> str:
    stream = io.StringIO()
    print_lines([Text(line)], stream, "ar", environ)
    return stream.getvalue().rstrip("\n")


def test_text_is_handed_on_as_it_is() -> None:
    assert shown("خطأ في \u2066a.md:3\u2069") == "خطأ في \u2066a.md:3\u2069"


def test_plain_is_shaped_and_reordered_without_controls() -> None:
    assert shown("خطأ في \u2066a.md:3\u2069", PUBLISHER_TERMINAL="plain") == "a.md:3 ﻲﻓ ﺄﻄﺧ"


def test_a_long_plain_line_is_broken_before_it_is_reordered() -> None:
    rows = shown("أول " + "كلمة " * 60 + "آخر", PUBLISHER_TERMINAL="plain").splitlines()
    assert len(rows) > 1
    assert rows[0].endswith("ﻝﻭﺃ")
    assert rows[-1].startswith("ﺮﺧﺁ")


@pytest.mark.parametrize(
    ("environ", "platform", "wanted"),
    [
        ({"TERM": "xterm-256color"}, "linux", False),
        ({"TERM": "linux"}, "linux", True),
        ({"TERM": "dumb"}, "linux", True),
        ({"TERM": "linux", "PUBLISHER_TERMINAL": "bidi"}, "linux", False),
        ({"WT_SESSION": "1"}, "win32", False),
        ({}, "win32", True),
    ],
)
def test_which_terminals_are_plain(environ: dict[str, str], platform: str, *, wanted: bool) -> None:
    assert is_plain(Terminal(), environ, platform) is wanted
    assert is_plain(io.StringIO(), {"TERM": "dumb"}) is False


@pytest.mark.parametrize(
    ("asked", "environ", "wanted"),
    [
        (None, {}, "en"),
        ("ar", {"LANG": "en_GB.UTF-8"}, "ar"),
        (None, {"LANG": "ar_EG.UTF-8"}, "ar"),
        (None, {"LC_ALL": "C", "LANG": "ar_EG.UTF-8"}, "en"),
        (None, {"PUBLISHER_LANG": "ar", "LC_ALL": "C"}, "ar"),
        ("en", {"PUBLISHER_LANG": "ar"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_locales(
    asked: str | None, environ: dict[str, str], wanted: str
) -> None:
    assert reading_language(asked, environ) == wanted
