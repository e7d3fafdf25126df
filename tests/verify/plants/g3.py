"""G3: logical properties with no physical one."""

from tests.verify.planting import css, text

CODE = "EPUB-G3"
PLANTS = {
    "margin": css(".aside { margin-inline-start: 2em }\n"),
    "in supports": css("@supports (padding-inline: 1em) { .aside { padding-inline: 1em } }\n"),
    "attribute": text('<p style="border-inline-start: 1pt solid">نصّ.</p>'),
}
