"""A PDF of any tool, read back and judged: one rule a file in `rules`, found by a scan of the folder."""

from functools import cache

import pikepdf
import pypdfium2

from publisher.book import Book
from publisher.diagnostic import Diagnostic
from publisher.source import Span
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.rule import Rule
from publisher.verify.scan import rules_in

UNREADABLE = must(
    "PDF-OPEN",
    ("تعذّر فتح ملف PDF: تالف أو محميّ بكلمة سرّ.", "the PDF cannot be opened: it is damaged or locked by a password"),
    ("أعد تصديره بلا حماية.", "export it again, without protection"),
)
DAMAGED = must(
    "PDF-OBJECTS",
    (
        "في الملف جزء تالف حال دون تمام الفحص ({rules}).",
        "a damaged part of the file kept it from being judged whole ({rules})",
    ),
    ("أعد تصدير الملف، أو أصلحه بأداة مثل qpdf.", "export it again, or repair it with a tool such as qpdf"),
)
DAMAGE = (
    pikepdf.PdfError, pypdfium2.PdfiumError, UnicodeError, ValueError, TypeError, AttributeError, LookupError,
)  # fmt: skip
"""What reading a damaged file raises: in the place of any object there may be another, or none."""


@cache
def known_rules() -> tuple[Rule, ...]:
    """Return every rule, by its id."""
    found = [rule for rule in rules_in("publisher.verify.pdf.rules") if isinstance(rule, Rule)]
    return tuple(sorted(found, key=lambda rule: rule.id))


def judge(name: str, data: bytes, book: Book | None = None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a PDF; with the book it was made from, its text is compared."""
    try:
        file = PdfFile(name, data, book)
    except (pikepdf.PdfError, pikepdf.PasswordError, pypdfium2.PdfiumError, ValueError):
        return (UNREADABLE.at(Span(name, 0, 0, 1, 1)),)
    try:
        return _judged(file)
    finally:
        file.close()


def _judged(file: PdfFile) -> tuple[Diagnostic, ...]:
    """Return what the rules find; those that damage stopped are told in one finding."""
    found: list[Diagnostic] = []
    stopped: list[str] = []
    for rule in known_rules():
        try:
            found += rule.findings(file)
        except DAMAGE:
            stopped.append(rule.id)
    if stopped:
        found.append(DAMAGED.at(file.here, rules=" + ".join(stopped)))
    return tuple(found)
