"""Labels that authors type before titles, and titles that only look as if they had one."""

import pytest

from publisher.readers.labels import Kind, split_label
from publisher.readers.roles import is_unnumbered, role_of


@pytest.mark.parametrize(
    ("title", "typed", "rest", "kind", "numbers"),
    [
        ("أولًا: جغرافيا", "أولًا", "جغرافيا", Kind.ORDINAL, (1,)),
        ("أولاً ـ جغرافيا", "أولاً", "جغرافيا", Kind.ORDINAL, (1,)),
        ("رابعا جغرافيا", "رابعا", "جغرافيا", Kind.ORDINAL, (4,)),
        ("ثالثًا", "ثالثًا", "", Kind.ORDINAL, (3,)),
        ("حادي عشر: نصّ", "حادي عشر", "نصّ", Kind.ORDINAL, (11,)),
        ("الأول: نصّ", "الأول", "نصّ", Kind.ORDINAL, (1,)),
        ("\u200fثانيًا: نصّ", "ثانيًا", "نصّ", Kind.ORDINAL, (2,)),
        ("الفصل الأول", "الفصل الأول", "", Kind.DIVISION, (1,)),
        ("الفصل الأول: البحر", "الفصل الأول", "البحر", Kind.DIVISION, (1,)),
        ("الفصل الحادي والعشرون - البحر", "الفصل الحادي والعشرون", "البحر", Kind.DIVISION, (21,)),
        ("المبحث الأول في النحو", "المبحث الأول", "في النحو", Kind.DIVISION, (1,)),
        ("المقالة الثانية: نصّ", "المقالة الثانية", "نصّ", Kind.DIVISION, (2,)),
        ("الفصل (٣): البحر", "الفصل (٣)", "البحر", Kind.DIVISION, (3,)),
        ("المادة 5 مكررًا", "المادة 5 مكررًا", "", Kind.DIVISION, (5,)),
        ("مادة 7", "مادة 7", "", Kind.DIVISION, (7,)),
        ("ملحق أ", "ملحق أ", "", Kind.DIVISION, (1,)),
        ("الملحق (ب): جداول", "الملحق (ب)", "جداول", Kind.DIVISION, (2,)),
        ("ملحق: دفتر العمل", "ملحق", "دفتر العمل", Kind.DIVISION, ()),
        ("الفصل التمهيدي: نصّ", "الفصل التمهيدي", "نصّ", Kind.DIVISION, ()),
        ("الخطوة الرابعة: نصّ", "الخطوة الرابعة", "نصّ", Kind.DIVISION, (4,)),
        ("2.1 نصّ", "2.1", "نصّ", Kind.MULTILEVEL, (2, 1)),
        ("٣-١-٢ نصّ", "٣-١-٢", "نصّ", Kind.MULTILEVEL, (3, 1, 2)),
        ("1. نصّ", "1", "نصّ", Kind.NUMBER, (1,)),
        ("(٢) نصّ", "٢", "نصّ", Kind.NUMBER, (2,)),
        ("أ- نصّ", "أ", "نصّ", Kind.LETTER, (1,)),
        ("هـ- نصّ", "هـ", "نصّ", Kind.LETTER, (5,)),
        ("(ج) نصّ", "ج", "نصّ", Kind.LETTER, (3,)),
        ("IV. Title", "IV", "Title", Kind.LATIN, ()),
    ],
)
def test_a_label_is_set_apart(title: str, typed: str, rest: str, kind: Kind, numbers: tuple[int, ...]) -> None:
    label = split_label(title)
    assert label is not None
    assert (label.typed, label.rest, label.kind, label.numbers) == (typed, rest, kind, numbers)
    assert title[label.at :] == rest


@pytest.mark.parametrize(
    "title",
    ["أول مرة", "الأول في بابه", "الباب الأول من كتاب سيبويه", "فصل في الصبر", "2024 عام الماء", "1984", "2024-05-17 يوم", "5.56×45",
     "3 كلمات", "الخاتمة", "أ.د. محمد", "أ نصّ", "C++ لغة", "و هذا", "", "من أولًا"],
)  # fmt: skip
def test_a_title_without_a_label_stays_whole(title: str) -> None:
    assert split_label(title) is None


@pytest.mark.parametrize(
    ("title", "role"),
    [("مقدمة", "introduction"), ("المُقَدِّمَة", "introduction"), ("إهداء", "dedication"), ("الخاتمة:", "conclusion"), ("المصادر والمراجع", "bibliography"),
     ("الملاحق", "appendix"), ("البحر", None), ("مقدمة ابن خلدون", None)],
)  # fmt: skip
def test_a_title_tells_its_role(title: str, role: str | None) -> None:
    assert role_of(title) == role


def test_closings_carry_no_number_and_appendices_may() -> None:
    assert is_unnumbered("الخاتمة")
    assert not is_unnumbered("ملحق")
