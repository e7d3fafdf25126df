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


def test_each_string_of_a_program_is_a_run_of_its_own() -> None:
    """Strings keep the order of the program, whatever stands in them; signs within one belong to it."""
    made = code_lines(CodeBlock('x = ["نعم، (لا)", "ب"]  # 3 تعليق', "python"))
    strings = ('<bdi class="ar" dir="rtl">نعم، (لا</bdi>)', '<bdi class="ar" dir="rtl">ب</bdi>')
    assert made == (f'x = [&#34;{strings[0]}&#34;, &#34;{strings[1]}&#34;]  # 3 <bdi class="ar" dir="rtl">تعليق</bdi>')
