"""Titles that tell what a division is: مقدمة، إهداء، الخاتمة، المراجع … and that it carries no number.

Roles are those of the EPUB Structural Semantics Vocabulary.
"""

from functools import cache
from typing import Final

from publisher.arabic.letters import folded

_TITLES: Final[dict[str, tuple[str, ...]]] = {
    "introduction": ("مقدمة", "المقدمة", "مدخل", "المدخل", "مقدمة المؤلف", "introduction"),
    "preface": ("تمهيد", "التمهيد", "توطئة", "استهلال", "فاتحة", "بين يدي الكتاب", "قبل البدء", "preface"),
    "foreword": ("تقديم", "تصدير", "كلمة الناشر", "مقدمة الناشر", "مقدمة الطبعة الثانية", "foreword"),
    "dedication": ("إهداء", "الإهداء", "dedication"),
    "acknowledgments": ("شكر", "شكر وتقدير", "شكر وعرفان", "كلمة شكر", "acknowledgments", "acknowledgements"),
    "abstract": ("ملخص", "الملخص", "المستخلص", "ملخص البحث", "abstract", "summary"),
    "conclusion": ("خاتمة", "الخاتمة", "خلاصة", "الخلاصة", "خاتمة البحث", "الخاتمة والتوصيات", "conclusion"),
    "epilogue": ("خاتمة الرواية", "ختام", "ختاما", "في الختام", "epilogue"),
    "afterword": ("كلمة أخيرة", "بعد الكتاب", "afterword"),
    "bibliography": (
        "المراجع",
        "مراجع",
        "المصادر",
        "مصادر",
        "المصادر والمراجع",
        "المراجع والمصادر",
        "مصادر ومراجع",
        "قائمة المراجع",
        "قائمة المصادر",
        "قائمة المصادر والمراجع",
        "ثبت المراجع",
        "ثبت المصادر والمراجع",
        "ببليوغرافيا",
        "bibliography",
        "references",
    ),
    "appendix": ("ملحق", "الملحق", "ملاحق", "الملاحق", "appendix", "appendices"),
    "glossary": ("مسرد", "مسرد المصطلحات", "معجم المصطلحات", "ثبت المصطلحات", "قائمة المصطلحات", "glossary"),
    "index": ("كشاف", "الكشاف", "فهرس الأعلام", "فهرس المواضع", "كشاف الأعلام", "index"),
    "endnotes": ("الهوامش", "هوامش", "الحواشي", "حواش", "notes", "endnotes"),
    "colophon": ("خاتمة الطبع", "بيانات الطبع", "بيانات النشر", "colophon"),
}

_NUMBERED: Final = frozenset({"appendix"})
"""Roles whose headings may carry a number."""


@cache
def _roles() -> dict[str, str]:
    return {folded(title).lower(): role for role, titles in _TITLES.items() for title in titles}


def role_of(title: str) -> str | None:
    """Return the role that a title (without its label) tells by itself, or None."""
    bare = " ".join(folded(title).lower().strip(" .:،؛!؟").split())
    return _roles().get(bare)


def is_unnumbered(title: str) -> bool:
    """Whether a heading with this title never carries a number."""
    role = role_of(title)
    return role is not None and role not in _NUMBERED
