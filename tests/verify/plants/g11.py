"""G11: Arabic aligned to a side, hyphenation."""

from tests.verify.planting import css, text

CODE = "EPUB-G11"
PLANTS = {
    "sheet": css("h1 { text-align: left }\n"),
    "attribute": text('<p style="text-align:right">نصّ.</p>'),
    "hyphens": css("p { -webkit-hyphens: auto }\n"),
}
