"""The text report: place, code, message, the line in an isolate with the place marked, the hint."""

import io

import pytest

from publisher.diagnostic import Diagnostic, Fix, Said, error, note, warning
from publisher.report import print_diagnostics
from publisher.report.excerpt import WINDOW, excerpt
from publisher.report.isolating import with_latin_isolated
from publisher.report.text import SHOWN_PER_CODE
from publisher.source import SourceFile

SOURCE = SourceFile("فصول/01.md", "السطر الأول\nكتبَ الولـدُ درسه\n")
TATWEEL = warning("tatweel", Said("في الكلمة تطويل", "a tatweel in the word"), Said("احذفه.", "take it out."))
BROKEN = error("broken", Said("عطب", "broken"), Said("", ""))
TOLD = note("told", Said("خبر", "told"), Said("", ""))


def at_tatweel() -> Diagnostic:
    at = SOURCE.text.index("ـ")
    return TATWEEL.at(SOURCE.span(at, at + 1), Fix(SOURCE.span(at, at + 1), ""))


def printed(*diagnostics: Diagnostic, language: str = "en", form: str = "text") -> str:
    stream = io.StringIO()
    print_diagnostics(diagnostics, {SOURCE.name: SOURCE}, stream, form, language)
    return stream.getvalue()


def test_a_report_shows_place_code_line_character_and_hint() -> None:
    assert printed(at_tatweel()).splitlines() == [
        "warning \u2066tatweel\u2069 \u2066فصول/01.md:2:10\u2069",
        "  a tatweel in the word",
        "  \u2068كتبَ ⟦الولـدُ⟧ درسه\u2069  \u2066U+0640 ARABIC TATWEEL\u2069",
        "  → take it out.",
        "warnings: 1",
    ]


def test_a_report_speaks_arabic() -> None:
    lines = printed(at_tatweel(), BROKEN.at(None), TOLD.at(None), language="ar").splitlines()
    assert lines[0] == "خطأ \u2066broken\u2069"
    assert "  في الكلمة تطويل" in lines
    assert "  ← احذفه." in lines
    assert lines[-1] == "الأخطاء: 1، التنبيهات: 1، الملاحظات: 1"


def test_no_colour_codes_reach_a_file() -> None:
    assert "\x1b" not in printed(at_tatweel())


def test_many_of_one_kind_are_counted() -> None:
    out = printed(*(at_tatweel() for _ in range(SHOWN_PER_CODE + 7)))
    assert out.count("a tatweel in the word") == SHOWN_PER_CODE
    assert "tatweel: 7 more of this kind" in out
    assert "warnings: 17" in out


@pytest.mark.parametrize("hidden", ["\u202e", "\x1b", "\u2066", "\ufeff", "\x07"])
def test_hidden_controls_are_shown_not_obeyed(hidden: str) -> None:
    source = SourceFile("a.txt", f"قبل {hidden}[31m بعد")
    stream = io.StringIO()
    print_diagnostics([BROKEN.at(source.span(4, 5))], {"a.txt": source}, stream)
    assert f"<U+{ord(hidden):04X}>" in stream.getvalue()
    assert stream.getvalue().count(hidden) == (3 if hidden == "\u2066" else 0)  # around code, place and name are ours


def test_hidden_controls_in_a_file_name_and_message_are_shown() -> None:
    source = SourceFile("a\x1b[31m.txt", "نصّ")
    found = error("odd", Said("{x}", "{x}"), Said("", "")).at(source.span(0, 1), x="\u202eabc")
    stream = io.StringIO()
    print_diagnostics([found], {}, stream)
    assert "\x1b" not in stream.getvalue()
    assert "\u202e" not in stream.getvalue()


def test_a_long_line_is_cut_to_a_window_around_the_place() -> None:
    source = SourceFile("a.txt", "كلمة " * 100_000)
    shown = excerpt(source, source.span(250_000, 250_004))
    assert shown is not None
    assert shown.marked == "كلمة"
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")
    assert len(shown.before) == len(shown.after) == WINDOW + 1


def test_a_span_beyond_the_text_shows_no_line() -> None:
    source = SourceFile("a.txt", "سطر")
    stream = io.StringIO()
    beyond = SourceFile("a.txt", "سطر\n\nسطر").span(5, 6)
    print_diagnostics([BROKEN.at(beyond)], {"a.txt": source}, stream)
    assert stream.getvalue().splitlines() == ["error \u2066broken\u2069 \u2066a.txt:3:1\u2069", "  broken", "errors: 1"]


def test_marks_of_direction_in_our_own_sentences_are_kept() -> None:
    hint = error("odd", Said("x", "x"), Said("‎--debug", "see ‎--debug"))
    stream = io.StringIO()
    print_diagnostics([hint.at(None)], {}, stream)
    assert "see \u200e--debug" in stream.getvalue()


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("الصورة ../../a/b.png خارج المجلد", "الصورة {../../a/b.png} خارج المجلد"),
        ("حُذف: <b>x (1)</b>", "حُذف: {<b>x (1)</b>}"),
        ("الملف (a b.md).", "الملف {(a b.md)}."),
        ("خذ ‎--out=x، ثم أعد.", "خذ ‎{--out=x}، ثم أعد."),
        ("الملف (هذا a.md).", "الملف (هذا {a.md})."),
        ("اكتب .md أو .txt", "اكتب {.md} أو {.txt}"),
        ("السطر 12 (من 30).", "السطر 12 (من 30)."),
    ],
)
def test_latin_runs_of_an_arabic_message_keep_their_order(message: str, wanted: str) -> None:
    assert with_latin_isolated(message) == wanted.replace("{", "\u2066").replace("}", "\u2069")
