"""Names and titles as they are filed; whole ISBNs (C1, C3, C4)."""

import pytest

from publisher.editions.epub.names import filed_name, filed_title, is_isbn


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("أبو عثمان الجاحظ", "الجاحظ، أبو عثمان"),
        ("عمرو بن بحر الجاحظ", "الجاحظ، عمرو بن بحر"),
        ("محمد عبد الله", "عبد الله، محمد"),
        ("محمد بن موسى", "محمد بن موسى"),
        ("ابن خلدون", "ابن خلدون"),
        ("دار النقطة", "دار النقطة"),
        ("سيبويه", "سيبويه"),
        ("الجاحظ، أبو عثمان", "الجاحظ، أبو عثمان"),
        ("John Milton", "Milton, John"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
    ],
)
def test_filed_name(name: str, filed: str) -> None:
    """C3: the family name first; fathers' names and bodies as they stand."""
    assert filed_name(name) == filed


@pytest.mark.parametrize(
    ("title", "filed"),
    [
        ("الحِبر والورق", "حبر والورق"),
        ("سيرة الصفحة", "سيرة الصفحة"),
        ("الله والإنسان", "الله والإنسان"),
        ("ألف ليلة", "ألف ليلة"),
        ("The Elements of Style", "Elements of Style"),
    ],
)
def test_filed_title(title: str, filed: str) -> None:
    """C1: without article and marks."""
    assert filed_title(title) == filed


@pytest.mark.parametrize(
    ("isbn", "is_whole"),
    [
        ("978-9-9999-1200-6", True),
        ("٩٧٨-٩-٩٩٩٩-١٢٠٠-٦", True),
        ("0-306-40615-2", True),
        ("978-9-9999-1200-7", False),
        ("0-306-40615-3", False),
        ("977-9-9999-1200-6", False),
        ("9789999", False),
        ("", False),
    ],
)
def test_isbn(isbn: str, is_whole: bool) -> None:
    """C4: the check digit decides."""
    assert is_isbn(isbn) is is_whole
