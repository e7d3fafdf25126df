"""UNMAPPED: printed codes that mean no character, or a private one."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.rule import Rule

UNMAPPED = must(
    "PDF-UNMAPPED",
    (
        "في الصفحة {page} رموز مطبوعة لا تقابل حروفًا ({count}).",
        "page {page} prints codes that mean no character ({count})",
    ),
    (
        "صدّر الملف بأداة تقابل كل رمز بحرف؛ فهذا النصّ لا يُنسخ ولا يُقرأ.",
        "export with a tool that maps each code: this text can be neither copied nor read aloud",
    ),
)
_FAULTY = ("\x00", "\ufffd", "\ufffe", "\uffff")


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for the first page that has any."""
    for page, text in enumerate(file.texts, 1):
        private = sum(1 for c in text if c in _FAULTY or "\ue000" <= c <= "\uf8ff")
        count = private + file.unmapped.get(page, 0)
        if count:
            yield UNMAPPED.at(file.here, page=page, count=count)
            return


RULE = Rule("UNMAPPED", check)
