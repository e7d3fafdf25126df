"""G4: tight lines, units, fixed sizes, no line height at all."""

import re

from tests.verify.planting import Copy, css

CODE = "EPUB-G4"


def none(book: Copy) -> None:
    book.in_css(lambda sheet: re.sub(r"line-height:[^;}]*;?|(?<=1em)/[\d.]+", "", sheet))


PLANTS = {
    "none": none,
    "tight": css("p { line-height: 1.2 }\n"),
    "unit": css("p { line-height: 30px }\n"),
    "shorthand": css("p { font: 1em/1.3 serif }\n"),
    "fixed size": css("h2 { font-size: 18px }\n"),
    "fixed height": css("section { height: 12cm }\n"),
}
