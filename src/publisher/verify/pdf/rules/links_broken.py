"""LINKS: a link that leads nowhere, or whose place is off the page (PDF-05)."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.boxes import box_of
from publisher.verify.pdf.file import Object, PdfFile
from publisher.verify.pdf.rule import Rule

NOWHERE = must(
    "PDF-LINKS",
    (
        "في الصفحة {page} رابط لا يؤدي إلى موضع في الملف{name}.",
        "page {page} has a link that leads to no place in the file{name}",
    ),
    ("صحّح وجهة الرابط.", "mend its destination"),
)
OFF_PAGE = must(
    "PDF-LINKS",
    (
        "في الصفحة {page} رابط موضعه خارج الصفحة أو بلا مساحة.",
        "page {page} has a link whose place is off the page or of no size",
    ),
    ("صحّح مستطيل الرابط ليغطي نصّه.", "let the rectangle of the link cover its words"),
)
SLACK = 1.0


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for each broken link."""
    for at, page in enumerate(file.pages, 1):
        for link in _links(page):
            destination = _destination(link)
            if destination is not None and file.page_of(destination) is None:
                is_named = isinstance(destination, pikepdf.String | pikepdf.Name)
                yield NOWHERE.at(file.here, page=at, name=f" ({destination})" if is_named else "")
            if not _is_on_page(page, link):
                yield OFF_PAGE.at(file.here, page=at)


def _links(page: pikepdf.Page) -> Iterator[Object]:
    for annotation in page.obj.get("/Annots", []):
        if isinstance(annotation, pikepdf.Dictionary) and annotation.get("/Subtype") == "/Link":
            yield annotation


def _destination(link: Object) -> Object | None:
    """Return where a link leads inside the file; None for one that leads out of it."""
    action = link.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        return action.get("/D", pikepdf.String("")) if action.get("/S") == "/GoTo" else None
    return link.get("/Dest", pikepdf.String(""))


def _is_on_page(page: pikepdf.Page, link: Object) -> bool:
    found, sheet = link.get("/Rect"), box_of(page, "/MediaBox")
    if not isinstance(found, pikepdf.Array) or len(found) != 4:
        return False
    if sheet is None:
        return True
    x1, y1, x2, y2 = (float(number) for number in found)
    is_inside = min(x1, x2) >= sheet[0] - SLACK and max(x1, x2) <= sheet[2] + SLACK
    is_inside = is_inside and min(y1, y2) >= sheet[1] - SLACK and max(y1, y2) <= sheet[3] + SLACK
    return is_inside and abs(x2 - x1) > 0 and abs(y2 - y1) > 0


RULE = Rule("LINKS", check)
