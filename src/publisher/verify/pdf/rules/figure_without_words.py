"""FIGURES: a tagged picture without alternative text."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import Object, PdfFile, structure_elements
from publisher.verify.pdf.rule import Rule

NO_WORDS = must(
    "PDF-FIGURES",
    ("في الصفحة {page} صورة بلا نصّ بديل (‎/Alt‎).", "page {page} has a picture without alternative text (/Alt)"),
    ("صف ما تقوله الصورة في النصّ البديل.", "say in the alternative text what the picture says"),
)


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for each such figure."""
    tree = file.root.get("/StructTreeRoot", {})
    roles = tree.get("/RoleMap", {})
    for element in structure_elements(file.root):
        if _role(element, roles) == "/Figure" and not any(
            str(element.get(key, "")).strip() for key in ("/Alt", "/ActualText")
        ):
            yield NO_WORDS.at(file.here, page=_page(file, element) or "?")


def _role(element: Object, roles: Object) -> str:
    role = str(element["/S"])
    return str(roles.get(role, role)) if isinstance(roles, pikepdf.Dictionary) else role


def _page(file: PdfFile, element: Object) -> int | None:
    page = element.get("/Pg")
    return file.page_numbers.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None


RULE = Rule("FIGURES", check)
