"""What `publisher outline` prints for people: kinds of block, sizes, reasons, in both languages."""

import pytest

from publisher.cli.evidence import kind_in, seen_in
from publisher.cli.outline import lines
from publisher.readers.plain.claim import Kind


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("3 words", "كلماته: 3"),
        ("text under 40% of its members", "تحت 40% من أفراده نص"),
        ("form noun فصل", "هيئة رقمه: اسم قسم"),
        ("mark )", "علامة رقمه: )"),
        ("ends in :", "ينتهي بالعلامة :"),
        ("ends in commas", "ينتهي بفاصلة"),
    ],
)
def test_numbers_and_signs_of_a_reason_are_kept(seen: str, said: str) -> None:
    """What was counted or quoted stands in the Arabic too."""
    assert seen_in("ar", seen) == said


def test_every_kind_has_an_arabic_name() -> None:
    """The runner-up of a reading is named."""
    assert all(kind_in("ar", kind.value) != kind.value for kind in Kind)


def test_blocks_stand_under_their_headings() -> None:
    """Headings are indented by level, blocks by their heading; sizes are told, and doubt with its alternative."""
    why = {"confidence": 0.73, "else": "item", "reasons": [{"seen": "nothing sets it apart", "weight": 0.0}]}
    outline = {
        "title": "كتاب",
        "blocks": [
            {"type": "heading", "level": 1, "label": "أولًا", "title": "الماء"},
            {"type": "heading", "level": 2, "label": None, "title": "النهر"},
            {"type": "list", "ordered": True, "items": 3, "depth": 2},
            {"type": "table", "rows": 4, "columns": 3},
            {"type": "paragraph", "starts": "كلام", "why": why},
        ],
    }
    assert list(lines(outline, "ar")) == [
        "كتاب",
        "# أولًا الماء",
        "  ## النهر",
        "    [قائمة مرقّمة: 3، طبقاتها 2]",
        "    [جدول: 4 × 3]",
        "    [فقرة] كلام  (73%، وإلّا فهو بند قائمة: لا شيء يميزه +0)",
    ]
    assert list(lines(outline, "en"))[3:5] == ["    [numbered list: 3, 2 levels]", "    [table: 4 × 3]"]
