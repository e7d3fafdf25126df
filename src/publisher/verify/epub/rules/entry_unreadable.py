"""A2: entries that are packed or encrypted in a way that reading systems do not know."""

from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

PACKING = must(
    "EPUB-A2",
    ("«{name}» مضغوط بطريقة لا تقرؤها قارئات الكتب.", "“{name}” is packed in a way that reading systems cannot unpack"),
    (
        "لا يقبل EPUB إلا الحفظ بلا ضغط (stored) أو الضغط بطريقة deflate.",
        "an EPUB may only hold stored and deflated entries",
    ),
)
ENCRYPTED = must(
    "EPUB-A2",
    ("«{name}» معمّى داخل الأرشيف.", "“{name}” is encrypted in the archive"),
    ("أعد تصدير الكتاب بلا كلمة سرّ للأرشيف.", "export the book again, without a password on the archive"),
)
NAME = must(
    "EPUB-A2",
    ("اسم «{name}» ليس بترميز UTF-8 في الأرشيف.", "the name “{name}” is not encoded as UTF-8 in the archive"),
    (
        "أعد حزم الكتاب بأداة تكتب الأسماء بترميز UTF-8، أو سمِّ الملفات بحروف لاتينية.",
        "pack the book with a tool that writes names in UTF-8, or name the files in Latin letters",
    ),
)
_UTF8_FLAG = 0x800


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such entry."""
    for entry in archive.zip.entries:
        here = archive.span(entry.filename)
        if entry.flag_bits & 1:
            yield ENCRYPTED.at(here, name=entry.filename)
        elif entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield PACKING.at(here, name=entry.filename)
        if not entry.filename.isascii() and not entry.flag_bits & _UTF8_FLAG:
            yield NAME.at(here, name=entry.filename)


RULE = Rule("A2", check)
