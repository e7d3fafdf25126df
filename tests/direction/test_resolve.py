"""The direction pass on small trees: what it wraps, what it joins, what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from publisher.arabic.letters import INVISIBLE, ZWJ
from publisher.direction import resolve

SHOWN = str.maketrans(
    {
        "\u200d": "[zwj]",
        "\u200e": "[lrm]",
        "\u200f": "[rlm]",
        "\u200b": "[zwsp]",
        "\u061c": "[alm]",
        "\u00a0": "[nbsp]",
        "\u2060": "[wj]",
    }
)


def resolved(content: str, *, for_print: bool = False, tag: str = "p") -> str:
    """Return a block's content after the pass, invisible characters shown."""
    tree = etree.fromstring(f'<div dir="rtl"><{tag}>{content}</{tag}></div>')
    resolve(tree, for_print=for_print)
    text = etree.tostring(tree[0], encoding="unicode").replace(' lang="und-Latn"', "")
    return text.translate(SHOWN)


CASES = {
    "plain Arabic is left alone": ("كلام عربيّ (نصّ)، ١٤٤٥.", "<p>كلام عربيّ (نصّ)، ١٤٤٥.</p>", "BID-01"),
    "a phrase across elements is one run": (
        "قال <b>The</b> End.",
        '<p>قال <span dir="ltr"><b>The</b> End</span>.</p>',
        "BID-04",
    ),
    "an element that is covered in part is cut": (
        "<b>قال The</b> End",
        '<p><b>قال </b><span dir="ltr"><b>The</b> End</span></p>',
        "BID-04",
    ),
    "punctuation after an address stays outside": (
        "في https://a.example.",
        '<p>في <span dir="ltr">https://[zwsp]a.[zwsp]example</span>.</p>',
        "BID-17",
    ),
    "a bare bdi gets the direction of its first letter": ("<bdi>C</bdi>", '<p><bdi dir="ltr">C</bdi></p>', "BID-02"),
    "dir=auto is resolved": ('<span dir="auto">نصّ</span>', '<p><span dir="rtl">نصّ</span></p>', "BID-02"),
    "what has a direction is left alone": ('<span dir="rtl">a</span>', '<p><span dir="rtl">a</span></p>', "BID-24"),
    "code is left alone": ("<code>a-1</code> 5", "<p><code>a-1</code> 5</p>", "COD-02"),
    "a styled part of a word stays joined": ("<b>كتا</b>ب", "<p><b>كتا</b>ب</p>", "SHP-03"),
    "joiners stand on both sides": ("ك<b>ت</b>اب", "<p>ك[zwj]<b>[zwj]ت[zwj]</b>[zwj]اب</p>", "SHP-03"),
    "lam and alef are never parted by a joiner": ("ل<b>ا</b>", "<p>ل<b>ا</b></p>", "SHP-03"),
    "words of the Qur'an get no joiner": (
        'ك<span class="quran">تب</span>',
        '<p>ك<span class="quran">تب</span></p>',
        "QUR-05",
    ),
    "a block in another script stands by itself": (
        "The whole line is English.",
        '<p dir="ltr">The whole line is English.</p>',
        "BID-22",
    ),
    "a block that begins with Latin keeps its direction": (
        "Latin ثم كلام",
        '<p><span dir="ltr">Latin</span> ثم كلام</p>',
        "BID-27",
    ),
}


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.requirement(case[2])) for name, case in CASES.items()]
)
def test_case(name: str) -> None:
    """Each tree comes out as it should."""
    typed, expected, _ = CASES[name]
    assert resolved(typed) == expected


@pytest.mark.requirement("PUN-09")
def test_a_bracket_after_a_quotation_may_begin_a_line() -> None:
    """A place to break stands between » and (."""
    assert "» [zwsp](" in resolved("قال «نعم» (صدق)", for_print=True)


@pytest.mark.requirement("SHP-16")
def test_punctuation_after_an_element_keeps_its_arabic_form() -> None:
    """An Arabic letter mark stands before it, in print only."""
    assert resolved("<b>نعم</b>.", for_print=True) == "<p><b>نعم</b>[alm].</p>"
    assert resolved("<b>نعم</b>.") == "<p><b>نعم</b>.</p>"


@pytest.mark.requirement("LBK-06")
def test_a_date_cannot_be_broken_in_print() -> None:
    """Word joiners hold its parts."""
    assert "2024-[wj]05-[wj]17" in resolved("في 2024-05-17 كان", for_print=True)


WORDS = st.sampled_from(
    ["كلام", "Hello", "2024-05-17", "C++", "(", ")", "«", "»", "35%", "، ", ".", "x/y", "لا", " ", "+5"]
)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "b", "i", "code", "a"])), max_size=12), st.booleans())
def test_nothing_is_lost_or_moved(parts: list[tuple[str, str]], for_print: bool) -> None:
    """The text of a tree, invisible characters aside, is what it was."""
    content = "".join(f"<{tag}>{word}</{tag}>" if tag else word for word, tag in parts)
    tree = etree.fromstring(f'<p dir="rtl">{content}</p>')
    before = "".join(tree.itertext())
    resolve(tree, for_print=for_print)
    after = "".join(tree.itertext()).replace("\u00a0", " ")
    assert "".join(c for c in after if c not in INVISIBLE) == before


def test_a_latin_word_before_one_that_goes_on_in_an_element_is_set_once() -> None:
    """Both are wrapped; the text between and after them stays as it is."""
    tree = etree.fromstring('<p dir="rtl">Hello كلام World<b>Wide</b> ثم</p>')
    resolve(tree)
    assert "".join(c for c in "".join(tree.itertext()) if c not in INVISIBLE) == "Hello كلام WorldWide ثم"
    assert [("".join(span.itertext())) for span in tree.iter("span")] == ["Hello", "WorldWide"]


def test_the_pass_is_done_once() -> None:
    """A second pass changes nothing."""
    tree = etree.fromstring('<p dir="rtl">ك<b>ت</b>اب The <i>End</i> 2024-05-17 ثم 35%</p>')
    resolve(tree)
    once = etree.tostring(tree)
    resolve(tree)
    assert etree.tostring(tree) == once
    assert ZWJ in once.decode("utf-8", "xmlcharrefreplace") or b"&#8205;" in once
