"""FIGURES: a tagged picture without alternative text."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import Object, PdfFile, structure_elements
from publisher.verify.pdf.rule import Rule

NO_WORDS = must(
    "PDF-FIGURES",
    ("صورة{page} بلا نصّ بديل (‎/Alt‎).", "a picture{page_en} has no alternative text (/Alt)"),
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
            number = _page(file, element)
            page = f" في الصفحة {number}" if number else ""
            yield NO_WORDS.at(file.here, page=page, page_en=f" on page {number}" if number else "")


def _role(element: Object, roles: Object) -> str:
    role = str(element["/S"])
    return str(roles.get(role, role)) if isinstance(roles, pikepdf.Dictionary) else role


def _page(file: PdfFile, element: Object) -> int | None:
    page = element.get("/Pg")
    return file.page_numbers.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None


RULE = Rule("FIGURES", check)
