"""How wide a line of text is in a face, shaped by HarfBuzz; lengths in em."""

from functools import cache

import uharfbuzz as hb

from publisher.fonts.manifest import Face


@cache
def _font(path: str) -> tuple[hb.Font, int]:
    face = hb.Face(hb.Blob.from_file_path(path))
    return hb.Font(face), face.upem


def width_of(text: str, face: Face) -> float:
    """Return the advance width of a line of text, in em."""
    font, upem = _font(str(face.path))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return float(sum(position.x_advance for position in buffer.glyph_positions)) / upem
