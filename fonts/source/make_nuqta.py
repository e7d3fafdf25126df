"""Draws `nuqta.ttf`: the rhombic dot of the reed pen, filled, hollow, and three together.

The list marks and separators of both styles are cut from this one shape, so that no mark on the page is foreign to
the script. 1 em = 1000 units; the dot stands on the middle of the letters' height.

    python fonts/source/make_nuqta.py fonts/nuqta/nuqta.ttf
"""

import sys
from collections.abc import Callable
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

Draw = Callable[[Any], None]


def rhomb(pen: Any, centre: tuple[int, int], half: int, tilt: int, *, is_hole: bool = False) -> None:
    """Draw one dot: half a diagonal in units, leaning as a reed pen leans."""
    x, y = centre
    corners = [(x - half, y - tilt), (x + tilt, y + half), (x + half, y + tilt), (x - tilt, y - half)]
    if is_hole:
        corners.reverse()
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def filled(pen: Any) -> None:
    """One dot."""
    rhomb(pen, (200, 240), 150, 16)


def hollow(pen: Any) -> None:
    """One dot, hollow."""
    rhomb(pen, (200, 240), 150, 16)
    rhomb(pen, (200, 240), 92, 10, is_hole=True)


def three(pen: Any) -> None:
    """Three dots, as over ث."""
    for centre in ((170, 130), (530, 130), (350, 400)):
        rhomb(pen, centre, 112, 12)


def empty(_: Any) -> None:
    """Nothing."""


GLYPHS: dict[str, tuple[Draw, int, int, tuple[int, ...]]] = {
    ".notdef": (empty, 400, 0, ()),
    "space": (empty, 250, 0, (0x20, 0xA0)),
    "nuqta": (filled, 400, 50, (0x25C6,)),
    "nuqtahollow": (hollow, 400, 50, (0x25C7,)),
    "nuqtathree": (three, 700, 58, (0x2234,)),
}


NAMES = {
    "copyright": "Copyright 2026 The Publisher Project Authors.",
    "familyName": "Nuqta",
    "styleName": "Regular",
    "uniqueFontIdentifier": "1.001;Nuqta-Regular",
    "fullName": "Nuqta Regular",
    "version": "Version 1.001",
    "psName": "Nuqta-Regular",
    "licenseDescription": (
        "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
        "This license is available with a FAQ at: https://openfontlicense.org"
    ),
    "licenseInfoURL": "https://openfontlicense.org",
}


def draw(shape: Draw) -> Any:
    """Return the outline that a shape draws."""
    pen = TTGlyphPen(None)
    shape(pen)
    return pen.glyph()


def main() -> None:
    """Write the face to the path given."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({code: name for name, (_, _, _, codes) in GLYPHS.items() for code in codes})
    builder.setupGlyf({name: draw(shape) for name, (shape, _, _, _) in GLYPHS.items()})
    builder.setupHorizontalMetrics({name: (advance, bearing) for name, (_, advance, bearing, _) in GLYPHS.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(NAMES)
    builder.setupOS2(fsType=0, sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.updateHead(created=0, modified=0, fontRevision=1.001)
    builder.font.recalcTimestamp = False
    builder.save(sys.argv[1])


if __name__ == "__main__":
    main()
