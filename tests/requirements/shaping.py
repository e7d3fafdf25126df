"""Text shaped by HarfBuzz in the book's own faces, glyph by glyph."""

from dataclasses import dataclass
from functools import cache

import uharfbuzz as hb

from publisher.fonts.manifest import Face, shipped

TEXT = tuple(face for face in shipped() if face.key == "amiri")
ARABIC = tuple(face for face in shipped() if face.key in ("amiri", "plex-arabic"))


@dataclass(frozen=True)
class Shaped:
    """A glyph in its place: its ink box from the start of the line, in font units."""

    glyph: int
    cluster: int
    advance: int
    west: float
    south: float
    east: float
    north: float

    @property
    def has_ink(self) -> bool:
        """Whether it draws anything."""
        return self.east > self.west and self.north > self.south


@cache
def font_of(face: Face) -> hb.Font:
    """Return a face for HarfBuzz."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path))))


@cache
def shape(face: Face, text: str, language: str = "ar", direction: str = "rtl") -> tuple[Shaped, ...]:
    """Return the glyphs of a text in the order of their places, leftmost first."""
    font, buffer = font_of(face), hb.Buffer()
    if not text:
        return ()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = direction, "arab", language
    hb.shape(font, buffer, {})
    found, pen = [], 0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        box = font.get_glyph_extents(info.codepoint)
        west, north = pen + place.x_offset + box.x_bearing, place.y_offset + box.y_bearing
        found.append(
            Shaped(info.codepoint, info.cluster, place.x_advance, west, north + box.height, west + box.width, north)
        )
        pen += place.x_advance
    return tuple(found)


def glyphs(face: Face, text: str, language: str = "ar") -> list[int]:
    """Return the glyph ids of a text."""
    return [one.glyph for one in shape(face, text, language)]


def glyph_of(face: Face, character: str) -> int:
    """Return the glyph of a character alone, 0 where the face has none."""
    found: int = font_of(face).get_nominal_glyph(ord(character)) or 0
    return found
