"""G1: direction in a sheet, in an at-rule, in an attribute."""

from tests.verify.planting import css, text

CODE = "EPUB-G1"
PLANTS = {
    "sheet": css("body { direction: rtl }\n"),
    "at-rule": css("@media print { p { unicode-bidi : embed } }\n"),
    "attribute": text('<p style="DIRECTION:rtl">نصّ.</p>'),
}
