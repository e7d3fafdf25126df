"""FIGURES: a tagged picture without alternative text."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import Object, PdfFile, role_of, structure_elements
from publisher.verify.pdf.rule import Rule

NO_WORDS = must(
    "PDF-FIGURES",
    ("في الصفحة {page} صورة بلا نصّ بديل (‎/Alt‎).", "page {page} has a picture without alternative text (/Alt)"),
    ("صف ما تقوله الصورة في النصّ البديل.", "say in the alternative text what the picture says"),
)


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for each such figure."""
    for element in structure_elements(file.root):
        if role_of(element, file.root) == "/Figure" and not any(
            str(element.get(key, "")).strip() for key in ("/Alt", "/ActualText")
        ):
            yield NO_WORDS.at(file.here, page=_page(file, element) or "?")


def _page(file: PdfFile, element: Object) -> int | None:
    page = element.get("/Pg")
    return file.page_numbers.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None


RULE = Rule("FIGURES", check)
