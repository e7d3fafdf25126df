"""G2: letter-spacing on Arabic, by selector and by attribute."""

from tests.verify.planting import css, text

CODE = "EPUB-G2"
PLANTS = {
    "heading": css("h1 { letter-spacing: 0.05em }\n"),
    "negative": css("section > p { letter-spacing: -1px }\n"),
    "attribute": text('<p style="letter-spacing: 2pt">نصّ.</p>'),
}
