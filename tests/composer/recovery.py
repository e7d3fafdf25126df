"""What readers get back from a PDF: three extractors, and the share of a text's words that come out whole."""

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pypdfium2

CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
WORD = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+")


def by_poppler(pdf: Path) -> str:
    """Text by `pdftotext`."""
    return subprocess.run(
        ("pdftotext", "-enc", "UTF-8", str(pdf), "-"), capture_output=True, check=True
    ).stdout.decode()


def by_pdfium(pdf: Path) -> str:
    """Text by pdfium."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_mupdf(pdf: Path) -> str:
    """Text by MuPDF."""
    with pymupdf.open(pdf) as document:
        return "\n".join(page.get_text() for page in document)


EXTRACTORS: dict[str, Callable[[Path], str]] = {"poppler": by_poppler, "pdfium": by_pdfium, "mupdf": by_mupdf}


def words(text: str) -> list[str]:
    """Return runs of letters, marks and digits: NFKC, bidi controls taken as spaces, tatweel dropped."""
    plain = unicodedata.normalize("NFKC", CONTROLS.sub(" ", text).replace("ـ", ""))
    return WORD.findall(plain)


def recovered(source: str, found: str) -> tuple[float, Counter[str]]:
    """Return the share of the source's words that were found, and those that were not."""
    wanted = Counter(words(source))
    missing = wanted - Counter(words(found))
    return 1 - missing.total() / wanted.total(), missing
