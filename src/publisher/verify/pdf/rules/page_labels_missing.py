"""LABELS: the viewer counts pages by itself, apart from the printed folios."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must, should
from publisher.verify.pdf.file import MOST_DEPTH, Object, PdfFile
from publisher.verify.pdf.rule import Rule

NONE = should(
    "PDF-LABELS",
    (
        "ليس في الملف أسماء صفحات (PageLabels)، فيخالف عدّاد العارض الأرقام المطبوعة.",
        "the file has no page labels: the viewer's count differs from the printed folios",
    ),
    ("أضف ‎/PageLabels‎ بأرقام الصفحات كما طُبعت.", "add /PageLabels with the folios as they are printed"),
)
MALFORMED = must(
    "PDF-LABELS",
    (
        "أسماء الصفحات (PageLabels) لا تبدأ من الصفحة الأولى أو تتجاوز آخر الملف.",
        "the page labels do not begin at the first page, or run past the last",
    ),
    (
        "ابدأ الشجرة بالمفتاح 0، وبمفاتيح متزايدة داخل عدد الصفحات.",
        "begin the tree with key 0, with rising keys within the number of pages",
    ),
)
SHORT = 8


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding when labels are absent or malformed."""
    tree = file.root.get("/PageLabels")
    if tree is None:
        if len(file.pages) > SHORT:
            yield NONE.at(file.here)
        return
    keys = list(_keys(tree))
    if not keys or keys[0] != 0 or keys != sorted(set(keys)) or keys[-1] >= len(file.pages):
        yield MALFORMED.at(file.here)


def _keys(node: Object, depth: int = 0) -> Iterator[int]:
    if not isinstance(node, pikepdf.Dictionary) or depth > MOST_DEPTH:
        return
    yield from (int(key) for key in list(node.get("/Nums", []))[::2])
    for kid in node.get("/Kids", []):
        yield from _keys(kid, depth + 1)


RULE = Rule("LABELS", check)
