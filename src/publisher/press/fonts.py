"""The font objects of the file: dictionaries, widths, the map from codes to characters."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from publisher.press.codes import FaceCodes
from publisher.press.fontprogram import Program, program_of
from publisher.press.syntax import number, text_string
from publisher.press.writer import Writer

_BATCH: Final = 100
_CMAP_HEAD: Final = (
    b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    b"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n"
)
_CMAP_END: Final = b"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"


def write_fonts(
    writer: Writer, faces: Mapping[str, FaceCodes], file_of: Callable[[str], bytes], number_of: Callable[[], int]
) -> bytes:
    """Write every font; return the dictionary of them all."""
    entries = []
    for name, face in faces.items():
        font = _write_font(writer, face, program_of(file_of(face.use.sha), face), number_of)
        entries.append(b"/%s %d 0 R" % (name.encode(), font))
    return b"<<%s>>" % b"".join(entries)


def _write_font(writer: Writer, face: FaceCodes, program: Program, number_of: Callable[[], int]) -> int:
    use = face.use
    file, unicode_, descriptor, descendant, font = (number_of() for _ in range(5))
    kind = b"/Subtype/OpenType" if program.is_cff else b"/Length1 %d" % len(program.data)
    writer.compressed(file, kind, program.data)
    texts = {**face.texts, **{code: text for (_, text, _), code in face.codes.items()}}
    writer.compressed(unicode_, b"", to_unicode(texts))
    base = b"/" + use.base.encode()
    writer.dictionary(
        descriptor,
        b"<</Type/FontDescriptor/FontName%s/FontFamily %s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d"
        b"/Ascent %d/Descent %d/CapHeight %d/StemV 80/%s %d 0 R>>"
        % (
            base,
            text_string(use.family),
            use.flags,
            *program.box,
            use.italic,
            use.ascent,
            use.descent,
            use.ascent,
            b"FontFile3" if program.is_cff else b"FontFile2",
            file,
        ),
    )
    places = b"" if program.is_cff else b"/CIDToGIDMap/Identity"
    if program.glyph_of:
        table = number_of()
        writer.compressed(table, b"", glyph_map(program.glyph_of, face))
        places = b"/CIDToGIDMap %d 0 R" % table
    writer.dictionary(
        descendant,
        b"<</Type/Font/Subtype/CIDFontType%d/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>%s/DW 0/W[%s]/FontDescriptor %d 0 R>>"
        % (0 if program.is_cff else 2, base, places, widths(program.widths), descriptor),
    )
    writer.dictionary(
        font,
        b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/ToUnicode %d 0 R/DescendantFonts[%d 0 R]>>"
        % (base, unicode_, descendant),
    )
    return font


def glyph_map(glyph_of: Mapping[int, int], face: FaceCodes) -> bytes:
    """Return the map from codes to glyphs: the face's own codes are their glyphs."""
    table = bytearray(2 * (max(*glyph_of, *face.texts) + 1))
    for code in face.texts:
        table[2 * code : 2 * code + 2] = code.to_bytes(2, "big")
    for code, glyph in glyph_of.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def widths(table: Mapping[int, float]) -> bytes:
    """Return the widths of codes, stretches of neighbours together."""
    return b"".join(_stretches(table))


def _stretches(table: Mapping[int, float]) -> Iterator[bytes]:
    codes = sorted(table)
    start = 0
    for i in range(1, len(codes) + 1):
        if i == len(codes) or codes[i] != codes[i - 1] + 1:
            shown = b" ".join(number(table[code]) for code in codes[start:i])
            yield b"%d[%s]" % (codes[start], shown)
            start = i


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """Return the map from codes to characters."""
    pairs = [
        b"<%04x><%s>" % (code, text.encode("utf-16-be").hex().encode()) for code, text in sorted(texts.items()) if text
    ]
    batches = (pairs[i : i + _BATCH] for i in range(0, len(pairs), _BATCH))
    rows = b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(batch), b"\n".join(batch)) for batch in batches)
    return _CMAP_HEAD + rows + _CMAP_END
