"""G13: a background, !important, a rule for every div."""

from tests.verify.planting import css, text

CODE = "EPUB-G13"
PLANTS = {
    "background": css("body { background: #fff }\n"),
    "attribute": text('<p style="background-color: yellow">نصّ.</p>'),
    "important": css("p { text-indent: 0 ! important }\n"),
    "div": css("section div { margin: 0 }\n"),
}
