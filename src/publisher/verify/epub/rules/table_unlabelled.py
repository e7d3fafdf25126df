"""H3: a table without caption, head, body, or the scope of its headers."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element, elements, lineage, local, roles_of, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

INCOMPLETE = must(
    "EPUB-H3",
    ("الجدول ينقصه: {missing}.", "the table lacks: {missing}"),
    (
        'أكمل بنيته: ‎<caption>‎ و‎<thead>‎ و‎<tbody>‎ و‎<th scope="col">‎؛ فبها تُقرأ خاناته مع رؤوسها.',
        'complete it: <caption>, <thead>, <tbody> and <th scope="col">, by which cells are read with their headers',
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such table; tables of mere layout are left out."""
    for page in archive.text_pages:
        for table in elements(page.root, "table"):
            if roles_of(table) & {"presentation", "none"}:
                continue
            if missing := list(_missing(table)):
                yield INCOMPLETE.at(page.span(table), missing=" + ".join(missing))


def _missing(table: Element) -> Iterator[str]:
    own = {local(child): child for child in table}
    if not (_said(own.get("caption")) or _captioned(table)):
        yield "caption"
    yield from (name for name in ("thead", "tbody") if name not in own)
    headers = list(elements(table, "th"))
    if not headers:
        yield "th"
    elif any(not header.get("scope") and not header.get("id") for header in headers):
        yield "th scope"


def _said(caption: Element | None) -> bool:
    return caption is not None and bool(text_of(caption))


def _captioned(table: Element) -> bool:
    """Whether the table is named by a figure around it or by a label."""
    if table.get("aria-label") or table.get("aria-labelledby"):
        return True
    figure = next((e for e in lineage(table) if local(e) == "figure"), None)
    return figure is not None and any(text_of(e) for e in elements(figure, "figcaption"))


RULE = Rule("H3", check)
