"""Text pasted in already reshaped or reversed is recognised, and its logical text found again."""

import arabic_reshaper
import pytest
from bidi.algorithm import get_display

from publisher.lint.reordering import is_reversed, logical, plain

LINES = (
    "ينزل دجلة والفرات من جبال الأناضول، ويجتمعان عند القرنة.",
    "في عام 1946 وقّعا معاهدة (الصداقة) على ضفة النهر.",
    "بلغت النسبة ٢٥٪ في المئة، كما في الجدول الثاني.",
    "إلى متى تنتظر المدينة القديمة قطارها؟",
)


def reshaped(line: str) -> str:
    return str(arabic_reshaper.ArabicReshaper({"delete_harakat": False, "support_ligatures": True}).reshape(line))


@pytest.mark.parametrize("line", LINES)
def test_shapes_in_logical_order(line: str) -> None:
    assert not is_reversed(reshaped(line))
    assert plain(reshaped(line)) == line


@pytest.mark.parametrize("line", LINES)
def test_shapes_in_visual_order(line: str) -> None:
    visual = str(get_display(reshaped(line), base_dir="R"))
    assert is_reversed(visual)
    assert logical(visual) == line


@pytest.mark.parametrize("line", LINES)
def test_plain_letters_in_visual_order(line: str) -> None:
    visual = str(get_display(line, base_dir="R"))
    assert is_reversed(visual)
    assert logical(visual) == line


@pytest.mark.parametrize("line", [*LINES, "قال: يف، ثم سكت.", "The end", "", "123"])
def test_lines_in_order_are_let_be(line: str) -> None:
    assert not is_reversed(line)


@pytest.mark.parametrize("control", sorted("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u061c"))
def test_controls_in_a_reversed_line_are_no_fault(control: str) -> None:
    """python-bidi knows no isolates."""
    assert logical(f"ليمج {control}باتك اذه يف ةعئار ةصق") == "قصة رائعة في هذا كتاب جميل"


def test_a_character_of_no_class_in_a_reversed_line_is_no_fault() -> None:
    """One that this Python's Unicode has not assigned."""
    assert logical("ليمج \ua83f باتك") == "كتاب \ufffd جميل"
