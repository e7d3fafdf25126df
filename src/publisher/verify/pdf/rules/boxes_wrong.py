"""BOXES: trim, bleed and sheet do not lie inside each other."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.boxes import Box, box_of
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.rule import Rule

OUTSIDE = must(
    "PDF-BOXES",
    ("في الصفحة {page} يخرج {inner} عن {outer}.", "on page {page} the {inner} reaches out of the {outer}"),
    (
        "رتّب الصناديق: القصّ داخل النزف، والنزف داخل الورقة.",
        "keep the trim inside the bleed, and the bleed inside the sheet",
    ),
)
PAIRS = (("/TrimBox", "/BleedBox"), ("/BleedBox", "/MediaBox"), ("/TrimBox", "/MediaBox"), ("/CropBox", "/MediaBox"))
SLACK = 0.01
"""Points by which rounding may err."""


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield one finding for the first page where a box reaches out."""
    for at, page in enumerate(file.pages, 1):
        for inner, outer in PAIRS:
            one, other = box_of(page, inner), box_of(page, outer)
            if one is not None and other is not None and not _lies_in(one, other):
                yield OUTSIDE.at(file.here, page=at, inner=inner.lstrip("/"), outer=outer.lstrip("/"))
                return


def _lies_in(one: Box, other: Box) -> bool:
    return (
        one[0] >= other[0] - SLACK
        and one[1] >= other[1] - SLACK
        and one[2] <= other[2] + SLACK
        and one[3] <= other[3] + SLACK
    )


RULE = Rule("BOXES", check)
