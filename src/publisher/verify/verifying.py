"""Judges a made file: chooses by its first bytes, asks our rules, then the checkers that are here."""

from pathlib import Path

from publisher.book import Book
from publisher.diagnostic import Diagnostic
from publisher.source import Span
from publisher.verify import epub, pdf
from publisher.verify.finding import must
from publisher.verify.outside import ask

UNKNOWN = must(
    "VERIFY-KIND",
    ("الملف ليس EPUB ولا PDF.", "the file is neither an EPUB nor a PDF"),
    ("أعطِ الأمر ملفًّا اسمه ينتهي بلاحقة ‎.epub‎ أو ‎.pdf‎.", "give the command a file that ends in .epub or .pdf"),
)


def verify(
    path: Path, book: Book | None = None, *, require: frozenset[str] = frozenset(), tools: bool = True
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a made file.

    With the book that it was made from, its text is compared too. `require` names the outside checkers that must have
    run; without `tools` none is asked.
    """
    data = path.read_bytes()
    if data[:2] == b"PK" or path.suffix.lower() == ".epub":
        return (*epub.judge(path.name, data), *ask(path, "epub", require, tools=tools))
    if data[:1024].lstrip()[:5] == b"%PDF-":
        return (*pdf.judge(path.name, data, book), *ask(path, "pdf", require, tools=tools))
    return (UNKNOWN.at(Span(path.name, 0, 0, 1, 1)),)
