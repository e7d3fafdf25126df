"""FONTS: a font that is not in the file, or whose codes mean no characters."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.fonts import fonts_of, is_embedded, is_readable, name_of
from publisher.verify.pdf.rule import Rule

OUTSIDE = must(
    "PDF-FONTS",
    (
        "الخط «{name}» غير مضمَّن (أول ظهوره في الصفحة {page}).",
        "the font “{name}” is not embedded (first on page {page})",
    ),
    ("ضمّن خطوط الملف كلها؛ فالمطابع ترفض ما ليس فيه.", "embed every font: printers refuse what is not in the file"),
)
MUTE = must(
    "PDF-FONTS",
    (
        "حروف الخط «{name}» بلا ‎ToUnicode‎، فلا يُبحث فيها ولا تُنسخ (أول ظهوره في الصفحة {page}).",
        "the font “{name}” has no ToUnicode: its text can be neither searched nor copied (first on page {page})",
    ),
    ("صدّر الملف بأداة تكتب ‎ToUnicode‎ لكل خط.", "export with a tool that writes ToUnicode for each font"),
)


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for each font."""
    for page, font in fonts_of(file):
        if not is_embedded(font):
            yield OUTSIDE.at(file.here, name=name_of(font), page=page)
        if not is_readable(font):
            yield MUTE.at(file.here, name=name_of(font), page=page)


RULE = Rule("FONTS", check)
