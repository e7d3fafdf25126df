"""G8: a font is embedded without its licence, or against it."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

FORBIDDEN = must(
    "EPUB-G8",
    ("الخط «{path}» لا يأذن صاحبه بتضمينه (fsType).", "the font “{path}” may not be embedded (fsType)"),
    ("استعمل خطًّا حرًّا، أو اطلب رخصة التضمين.", "use a free font, or ask for a licence to embed"),
)
NO_LICENCE = must(
    "EPUB-G8",
    ("في الكتاب خطوط مضمَّنة بلا نصّ رخصتها.", "the book embeds fonts without the text of their licence"),
    (
        "أضف ملف الرخصة (مثل ‎ofl.txt‎) واذكر الخط في صفحة بيانات الطبع.",
        "add the licence (such as ofl.txt) and name the face in the colophon",
    ),
)
_LICENCE = re.compile(
    rb"Open Font License|SIL OFL|scripts\.sil\.org/OFL|openfontlicense\.org|Apache License|Bitstream Vera|Font License|font licen[cs]e|Ubuntu Font Licence",
    re.IGNORECASE,
)
_ARABIC = re.compile("رخصة .{0,40}(خط|الخط)|OFL")
_TEXT = (".txt", ".md", ".xhtml", ".html", ".htm")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each forbidden font, and one when no licence stands in the book."""
    for font in archive.fonts:
        if not font.may_be_embedded:
            yield FORBIDDEN.at(archive.span(font.path), path=font.path)
    if archive.fonts and not _is_licensed(archive):
        yield NO_LICENCE.at(archive.span(archive.fonts[0].path))


def _is_licensed(archive: Archive) -> bool:
    if any(_LICENCE.search(data) for name, data in archive.files.items() if name.lower().endswith(_TEXT)):
        return True
    return any(_ARABIC.search(page.text) for page in archive.text_pages)


RULE = Rule("G8", check)
