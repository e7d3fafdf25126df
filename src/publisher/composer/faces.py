"""The faces of a document: which face Pango picks for a character, and what HarfBuzz needs to shape with it.

A face is asked for once and kept by its content; sizes do not matter, since everything is measured in font units.
"""

import unicodedata
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

import uharfbuzz as hb
from weasyprint.text.ffi import harfbuzz, pango
from weasyprint.text.fonts import get_hb_object_data, get_pango_font_hb_face, get_pango_font_key
from weasyprint.text.line_break import create_layout

from publisher.arabic.letters import INVISIBLE

_FAMILY: Final = 1
"""The name of the family, among a face's names."""
_NOT_DRAWN_HERE: Final = frozenset(("CFF ", "CFF2", "COLR", "CBDT", "EBDT", "sbix", "SVG ", "fvar"))


class Face:
    """One font file as HarfBuzz and the PDF need it."""

    def __init__(self, data: bytes, index: int, layout: Any, pango_font: Any) -> None:
        self.sha = sha256(data).hexdigest()
        self.pango_font = pango_font
        self._layout = layout  # keeps the Pango font alive
        face = hb.Face(data, index)
        self.font = hb.Font(face)
        self.upem: int = face.upem
        self.glyph_count: int = face.glyph_count
        self.characters: frozenset[int] = frozenset(face.unicodes)
        self.name: str = face.get_name(_FAMILY) or "?"
        self.obstacle = _obstacle(frozenset(face.table_tags))
        """The tables for which composite glyphs cannot be added: none when outlines are TrueType's, static and plain."""
        self.can_compose = not self.obstacle

    def has(self, text: str) -> bool:
        """Whether the face has every visible character of a text."""
        return self.characters.issuperset(map(ord, text)) or all(
            ord(c) in self.characters for c in text if c not in INVISIBLE
        )

    def advance(self, glyph: int) -> int:
        """Return the advance of a glyph, in font units."""
        return self.font.get_glyph_h_advance(glyph)

    @cached_property
    def names(self) -> dict[int, str]:
        """The one character that a glyph stands for by the font's own character map."""
        names: dict[int, str] = {}
        for code in sorted(self.characters):
            glyph = self.font.get_nominal_glyph(code)
            if glyph and glyph not in names:
                character = chr(code)
                plain = unicodedata.normalize("NFKC", character)
                names[glyph] = plain if len(plain) == 1 and code >= 0xFB50 else character
        return names

    @cached_property
    def space(self) -> int:
        """The glyph of a word space; 0 where the face has none."""
        return self.font.get_nominal_glyph(0x20) or 0


def _obstacle(tables: frozenset[str]) -> str:
    found = sorted(tables & _NOT_DRAWN_HERE) or ([] if "glyf" in tables else ["no glyf"])
    return ", ".join(tag.strip() for tag in found)


class Faces:
    """Every face that a document has met."""

    def __init__(self) -> None:
        self._by_key: dict[int, Face] = {}

    def of_run(self, layout: Any, pango_font: Any) -> Face:
        """Return the face of a Pango font."""
        key, _, _ = get_pango_font_key(pango_font)
        face = self._by_key.get(key)
        if face is None:
            hb_face = get_pango_font_hb_face(pango_font)
            face = Face(get_hb_object_data(hb_face), harfbuzz.hb_face_get_index(hb_face), layout, pango_font)
            self._by_key[key] = face
        return face

    def probe(self, character: str, style: Any) -> Face | None:
        """Return the face that Pango sets a character in, or None where no font has it."""
        layout, item = self._item(character, style)
        glyph = item.glyphs.glyphs[0].glyph
        if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG and glyph != pango.PANGO_GLYPH_EMPTY:
            return None
        return self.of_run(layout, item.item.analysis.font)

    def any_for(self, style: Any) -> Face:
        """Return the face that Pango takes when it has none for a character."""
        layout, item = self._item("x", style)
        return self.of_run(layout, item.item.analysis.font)

    @staticmethod
    def _item(character: str, style: Any) -> tuple[Any, Any]:
        layout = create_layout(character, style, None, None, 0)
        line, _ = layout.get_first_line()
        return layout, line.runs[0].data
