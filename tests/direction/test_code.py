"""Blocks of code: which way they run, and how Arabic and Latin stand in one line of them (COD-01)."""

import pytest

from publisher.nodes import CodeBlock
from publisher.xhtml.code import code_direction, code_lines


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("python", "total = 0  # المجموع", "ltr"),
        ("python", "# المجموع\ntotal = 0", "ltr"),
        ("", "- الماء،\n- والطاقة.", "rtl"),
        ("", "::: verse\nصدر … عجز\n:::", "ltr"),
        ("markdown", "::: verse\nصدر … عجز\n:::", "rtl"),
        ("text", "plain words", "ltr"),
    ],
)
def test_only_typed_arabic_runs_right_to_left(language: str, text: str, way: str) -> None:
    """A program stays left to right, whatever its comments; a sample of what an author types does not."""
    assert code_direction(CodeBlock(text, language)) == way


@pytest.mark.parametrize(
    ("line", "markup"),
    [
        ("# الماء {#ch-ma}", '# الماء <span dir="ltr">{#ch-ma}</span>'),
        ('::: quran {ref="القلم: ١"}', '<span dir="ltr">::: quran {ref=&#34;القلم: ١&#34;}</span>'),
        ("- [x] عمل تم", '- <span dir="ltr">[x]</span> عمل تم'),
        ("![سد](sadd.svg)", '![سد]<span dir="ltr">(sadd.svg)</span>'),
        ("[^m]: حاشية", '<span dir="ltr">[^m]</span>: حاشية'),
        ("كما في [](#ch-ma).", 'كما في []<span dir="ltr">(#ch-ma)</span>.'),
    ],
)
def test_latin_marks_keep_their_order_in_typed_arabic(line: str, markup: str) -> None:
    """Brackets stand round the Latin they enclose; a line that a Latin word opens is one run."""
    assert code_lines(CodeBlock(f"نص\n{line}", "markdown")) == f"نص\n{markup}"


def test_arabic_in_a_program_is_one_run() -> None:
    """Signs between two Arabic words belong to the run; what stands outside it does not."""
    made = code_lines(CodeBlock('x = "نعم، (لا)"  # 3 تعليق', "python"))
    assert made == 'x = &#34;<span class="ar">نعم، (لا)&#34;  # 3 تعليق</span>'
    assert made.striptags() == 'x = "نعم، (لا)" # 3 تعليق'
