"""SIZES: a page that is cut to another size than the others."""

from collections import Counter
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import should
from publisher.verify.pdf.boxes import box_of
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.rule import Rule

DIFFERENT = should(
    "PDF-SIZES",
    (
        "مقاس الصفحة {page} ({size} مم) غير مقاس سائر الصفحات ({usual} مم).",
        "page {page} is of {size} mm, the others of {usual} mm",
    ),
    ("اجعل صفحات الكتاب بمقاس قصّ واحد.", "give all pages of the book one trim size"),
)
POINT = 25.4 / 72


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for the first page that differs."""
    sizes = []
    for page in file.pages:
        box = box_of(page, "/TrimBox") or box_of(page, "/CropBox") or box_of(page, "/MediaBox")
        sizes.append((0, 0) if box is None else (round((box[2] - box[0]) * POINT), round((box[3] - box[1]) * POINT)))
    usual = Counter(sizes).most_common(1)[0][0] if sizes else (0, 0)
    for at, size in enumerate(sizes, 1):
        if abs(size[0] - usual[0]) > 1 or abs(size[1] - usual[1]) > 1:
            yield DIFFERENT.at(file.here, page=at, size=f"{size[0]}×{size[1]}", usual=f"{usual[0]}×{usual[1]}")
            return


RULE = Rule("SIZES", check)
