"""Text that would blow the stack, the clock or the memory: each is read in bounded time, or a finding with its limit."""

import time

import pytest

from publisher.config import Settings
from publisher.diagnostic import Diagnostic, Severity, Stop
from publisher.nodes import inline_text
from publisher.readers import limits, markdown, read
from publisher.readers.reading import Reading
from publisher.source import SourceFile
from publisher.walk import iter_runs

BOUND = 20
"""Seconds that any one of these may take; most take a hundredth."""


def _read(text: str) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    start = time.monotonic()
    try:
        reading = markdown.read(SourceFile("x.md", text), Settings())
    except Stop as stop:
        return None, stop.diagnostics
    finally:
        assert time.monotonic() - start < BOUND
    return reading, reading.diagnostics


@pytest.mark.parametrize(
    ("text", "code", "limit"),
    [
        ("> " * 300 + "نصّ", "nesting-limit", limits.NESTING),
        ("> " * 5000 + "نصّ", "nesting-limit", limits.NESTING),
        ("> - " * 300 + "نصّ", "nesting-limit", limits.NESTING),
        ("\n".join("  " * n + "- بند" for n in range(300)), "nesting-limit", limits.NESTING),
        ("::: note\n" * 5000, "nesting-limit", limits.NESTING),
        ("*a " * 300 + " a*" * 300, "nesting-limit", limits.NESTING),
        ("<b>" * 5000, "nesting-limit", limits.NESTING),
        ("كلمة " * 400_000, "paragraph-limit", limits.PARAGRAPH),
        ("سطر\n" * 40_000, "paragraph-limit", limits.PARAGRAPH),
        ("|a" * 400 + "\n" + "|-" * 400 + "\n" + ("|a" * 400 + "\n") * 300, "table-limit", limits.TABLE_CELLS),
        ("[" * (limits.BRACKETS + 1), "text-limit", limits.BRACKETS),
        ("\n" * limits.LINES, "text-limit", limits.LINES),
        ("ا" * (limits.FILE + 1), "text-limit", limits.FILE),
        ("---\na: " + "x" * limits.FRONT_MATTER + "\n---\nنصّ", "front-matter-limit", limits.FRONT_MATTER),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isascii() and len(value) < 30 else None,
)
def test_what_passes_a_limit_is_an_error_that_names_it(text: str, code: str, limit: int) -> None:
    _, found = _read(text)
    (told,) = found[:1]
    assert told.code == code
    assert told.severity is Severity.ERROR
    assert str(limit) in told.message.en
    assert str(limit) in told.message.ar
    assert told.span is not None
    assert told.span.file == "x.md"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("كلمة " * 400_000, "paragraph-limit"),
        ("\n" * limits.LINES, "text-limit"),
        ("ا" * (limits.FILE + 1), "text-limit"),
    ],
    ids=["a paragraph of 400,000 words", "lines", "letters"],
)
def test_plain_text_has_the_same_limits(text: str, code: str) -> None:
    with pytest.raises(Stop) as stopped:
        read(SourceFile("x.txt", text), Settings())
    assert [d.code for d in stopped.value.diagnostics] == [code]


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "![",
        "[](",
        "*a ",
        "**a *b ",
        "`a",
        "<",
        "<a ",
        "&",
        "[^a]",
        "^[",
        "^a",
        "~a",
        "$a",
        "[a]{",
        "﴿",
        "<!--",
        "<http:",
        "\\*",
        "# ",
        "_a",
    ],
)
def test_a_paragraph_of_one_sign_is_read_in_bounded_time(unit: str) -> None:
    reading, _ = _read(unit * (20_000 // len(unit)))
    assert reading is not None


@pytest.mark.parametrize(
    "unit", ["- a\n", "a\n\n", "[a]: b\n", "{#a}\n", "a\n: b\n\n", "> a\n\n", "<script>\n\n", "---\n", "    a\n\n"]
)
def test_many_small_blocks_are_read_in_bounded_time(unit: str) -> None:
    reading, _ = _read(unit * 3000)
    assert reading is not None


@pytest.mark.parametrize("depth", [50, 300, 3000])
@pytest.mark.parametrize(
    ("opening", "close"), [("^[", "]"), ("![", "](b)"), ("[", "](#b)"), ("[", "]{.x}"), ("<sup>", "</sup>")]
)
def test_marks_in_marks_never_blow_the_stack(opening: str, close: str, depth: int) -> None:
    reading, found = _read("قبل " + opening * depth + "داخل" + close * depth + " بعد")
    if reading is None:
        assert [d.code for d in found] == ["nesting-limit"]
    else:
        runs = [run for blocks in (reading.blocks, *(n.blocks for n in reading.notes)) for run in iter_runs(blocks)]
        text = " ".join(map(inline_text, runs))
        assert all(word in text for word in ("قبل", "داخل", "بعد"))


@pytest.mark.parametrize(
    "text",
    [
        "نصّ <script>alert(1)</script> نصّ",
        "<script src='http://host/x.js'></script>\n\nنصّ",
        "<style>@import url(http://host/)</style>\n\nنصّ",
        "<link rel=stylesheet href='http://host/x.css'>\n\nنصّ",
        "<iframe src='file:///etc/passwd'></iframe>\n\nنصّ",
        "<img src=x onerror=alert(1)> نصّ",
        "<b onclick='alert(1)'>نصّ</b>",
        "[نصّ](javascript:alert(1))",
        "[نصّ](JAVASCRIPT:alert(1))",
        '[نصّ](http://a){href="javascript:alert(1)"}',
        "[نصّ](file:///etc/passwd)",
        "![نصّ](http://host/a.png)",
        "![نصّ](data:image/svg+xml;base64,PHN2Zz4=)",
        "![نصّ](//host/a.png)",
        '[نصّ]{onclick="alert(1)" style="background:url(http://host/)"}',
    ],
)
def test_nothing_that_runs_or_fetches_reaches_the_tree(text: str) -> None:
    reading, _ = _read(text)
    assert reading is not None
    dump = repr(reading.blocks)
    assert "نصّ" in dump
    assert not any(word in dump for word in ("alert", "host", "passwd", "javascript", "data:", "onclick"))


def test_a_bomb_of_aliases_in_front_matter_is_refused() -> None:
    bomb = "---\na: &a [x, x]\n" + "".join(f"k{n}: &b{n} [*a, *a, *a]\n" for n in range(40)) + "---\nنصّ"
    reading, found = _read(bomb)
    assert reading is not None
    assert [d.code for d in found] == ["front-matter-syntax"]
