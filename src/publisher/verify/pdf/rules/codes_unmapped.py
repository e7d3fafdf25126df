"""UNMAPPED: printed codes that mean no character, or a private one: by the fonts' tables, and in the text read back."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.fonts import fonts_of, mapped_texts, name_of
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
IN_FONT = must(
    "PDF-UNMAPPED",
    (
        "في جدول الخط «{name}» رموز لا تقابل حروفًا ({count}، أول ظهوره في الصفحة {page}).",
        "the table of the font “{name}” holds codes that mean no character ({count}; first on page {page})",
    ),
    (
        "صدّر الملف بأداة تقابل كل رمز بحرف؛ فهذا النصّ لا يُنسخ ولا يُقرأ.",
        "export with a tool that maps each code: this text can be neither copied nor read aloud",
    ),
)
_FAULTY = ("\x00", "\ufffd", "\ufffe", "\uffff")


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for each such font, else for the first page whose text shows it."""
    is_told = False
    for page, font in fonts_of(file):
        if count := sum(map(_is_faulty, mapped_texts(font))):
            is_told = True
            yield IN_FONT.at(file.here, name=name_of(font), count=count, page=page)
    if is_told:
        return
    for page, text in enumerate(file.texts, 1):
        count = sum(map(_is_faulty, text)) + file.unmapped.get(page, 0)
        if count:
            yield UNMAPPED.at(file.here, page=page, count=count)
            return


def _is_faulty(text: str) -> bool:
    return not text or any(c in _FAULTY or "\ue000" <= c <= "\uf8ff" for c in text)


RULE = Rule("UNMAPPED", check)
