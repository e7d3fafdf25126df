"""LANG: the file names no language, or not that of its text (PDF-01)."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.markup import is_rtl_language
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.rule import Rule

NONE = must(
    "PDF-LANG",
    ("لا يذكر الملف لغته (‎/Lang‎).", "the file does not name its language (/Lang)"),
    ("أضف ‎/Lang (ar)‎ إلى الفهرس الرئيس للملف.", "add /Lang (ar) to the catalogue"),
)
OTHER = must(
    "PDF-LANG",
    ("لغة الملف «{value}» ونصّه بالحرف العربي.", "the file says “{value}”; its text is in Arabic script"),
    ("اكتب لغة النصّ في ‎/Lang‎.", "write the language of the text in /Lang"),
)


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding when the language is absent or another."""
    if not file.language:
        yield NONE.at(file.here)
    elif file.is_mostly_rtl and not is_rtl_language(file.language):
        yield OTHER.at(file.here, value=file.language)


RULE = Rule("LANG", check)
