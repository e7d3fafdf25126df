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
        return tuple(d for rule in known_rules() for d in rule.findings(file))
    finally:
        file.close()
