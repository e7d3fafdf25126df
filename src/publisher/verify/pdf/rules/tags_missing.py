"""TAGS: the file is not tagged, or prints what no tag and no artifact holds (PDF-02)."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import should
from publisher.verify.pdf.file import PdfFile, structure_elements
from publisher.verify.pdf.rule import Rule

UNTAGGED = should(
    "PDF-TAGS",
    (
        "الملف غير موسوم (Tagged)، فلا تعرف القراءة الصوتية عناوينه وترتيبه.",
        "the file is not tagged: reading aloud knows neither its headings nor its order",
    ),
    ("صدّره موسومًا (PDF/UA).", "export it tagged (PDF/UA)"),
)
LOOSE = should(
    "PDF-TAGS",
    (
        "في الصفحة {page} محتوى ليس موسومًا ولا معلَّمًا زخرفًا (Artifact).",
        "page {page} prints what is neither tagged nor marked as an artifact",
    ),
    ("أدخله في بنية الملف أو علّمه Artifact.", "put it into the structure or mark it as an artifact"),
)
_PAINTING = frozenset(
    {"Tj", "TJ", "'", '"', "Do", "sh", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "INLINE IMAGE"}
)


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding when tags are absent, or at the first page with loose content."""
    marks = file.root.get("/MarkInfo", {})
    is_tagged = bool(marks.get("/Marked", False)) and any(True for _ in structure_elements(file.root))
    if not is_tagged:
        yield UNTAGGED.at(file.here)
        return
    for at, page in enumerate(file.pages, 1):
        if _has_loose_content(page):
            yield LOOSE.at(file.here, page=at)
            return


def _has_loose_content(page: pikepdf.Page) -> bool:
    """Whether a page paints something outside every marked stretch."""
    try:
        instructions = pikepdf.parse_content_stream(page)
    except pikepdf.PdfError:
        return False
    depth = 0
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            depth += 1
        elif operator == "EMC":
            depth = max(depth - 1, 0)
        elif operator in _PAINTING and depth == 0:
            return True
    return False


RULE = Rule("TAGS", check)
