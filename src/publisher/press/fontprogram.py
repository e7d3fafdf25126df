"""Font programs of the file: each face subset once for the whole book, its composite glyphs added.

The face's own glyphs keep their numbers, which are their codes; composites stand after the last of them, and a map
leads from their codes to their places.
"""

from struct import pack, pack_into, unpack_from
from typing import Final, NamedTuple

import uharfbuzz as hb

from publisher.press.codes import FaceCodes
from publisher.press.pack import CompositeKey

_DROPPED: Final = (
    "BASE", "DSIG", "EBDT", "EBLC", "EBSC", "GDEF", "GPOS", "GSUB", "JSTF", "LTSH", "PCLT", "SVG ", "FFTM",
    "VDMX", "hdmx", "kern",
)  # fmt: skip
_WORDS_XY_ROUND: Final = 0x0007
_MORE: Final = 0x0020
_NO_NAMES: Final = 0x00030000


class Program(NamedTuple):
    """An embedded font."""

    data: bytes
    is_cff: bool
    glyph_of: dict[int, int]
    """Glyph of each composite's code."""
    widths: dict[int, float]
    """Width of each code, in thousandths of an em."""
    box: tuple[int, int, int, int]
    """In thousandths of an em."""


def program_of(font: bytes, face: FaceCodes) -> Program:
    """Return the program of a face for all that the book uses of it."""
    source = hb.Face(font, face.use.index)
    own = set(face.texts) | {glyph for parts, _, _ in face.codes for glyph, _, _ in parts}
    data = _subset(source, own)
    is_cff = data[:4] == b"OTTO"
    composites = list(face.codes)
    count = hb.Face(data).glyph_count
    if composites:
        data = _with_composites(data, composites)
    shaper = hb.Font(source)
    scale = 1000 / source.upem
    widths = {glyph: shaper.get_glyph_h_advance(glyph) * scale for glyph in sorted(face.texts)}
    widths |= {code: composite[2] * scale for composite, code in face.codes.items()}
    glyph_of = {code: count + i for i, code in enumerate(face.codes.values())}
    return Program(data, is_cff, glyph_of, widths, _box(source, scale))


def _subset(face: hb.Face, glyphs: set[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0} | glyphs)
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.DESUBROUTINIZE | flags.NOTDEF_OUTLINE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    return bytes(hb.subset(face, wanted).blob.data)


def _box(face: hb.Face, scale: float) -> tuple[int, int, int, int]:
    head = bytes(face.reference_table("head").data)
    return tuple(round(value * scale) for value in unpack_from(">4h", head, 36))


def tables_of(font: bytes) -> dict[str, bytearray]:
    """Return the tables of a font file."""
    count = unpack_from(">H", font, 4)[0]
    records = (unpack_from(">4sLLL", font, 12 + 16 * i) for i in range(count))
    return {tag.decode("latin-1"): bytearray(font[at : at + size]) for tag, _, at, size in records}


def font_of(tables: dict[str, bytearray], version: bytes) -> bytes:
    """Return a font file of tables, their sums right."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = version + pack(">HHHH", count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    at = len(head) + 16 * count
    pack_into(">L", tables["head"], 8, 0)
    records, body = b"", b""
    for tag in sorted(tables):
        data = bytes(tables[tag])
        padded = data + bytes(-len(data) % 4)
        records += pack(">4sLLL", tag.encode("latin-1"), _sum(padded), at + len(body), len(data))
        body += padded
    whole = bytearray(head + records + body)
    where = at + sum(-(-len(tables[tag]) // 4) * 4 for tag in sorted(tables) if tag < "head")
    pack_into(">L", whole, where + 8, (0xB1B0AFBA - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes) -> int:
    return sum(unpack_from(f">{len(data) // 4}L", data)) & 0xFFFFFFFF


def _with_composites(font: bytes, composites: list[CompositeKey]) -> bytes:
    """Return a TrueType font with composite glyphs after its last glyph."""
    tables = tables_of(font)
    offsets = _offsets(tables)
    count = len(offsets) - 1
    full = unpack_from(">H", tables["hhea"], 34)[0]
    metrics = list(zip(*[iter(unpack_from(f">{'Hh' * full}", tables["hmtx"]))] * 2, strict=True))
    metrics += [(metrics[-1][0], lead) for lead in unpack_from(f">{count - full}h", tables["hmtx"], 4 * full)]
    glyf = tables["glyf"]
    glyf += bytes(-len(glyf) % 4)
    own = offsets[:]
    offsets[-1] = len(glyf)
    for parts, _, width in composites:
        outline, lead = _outline(glyf, own, parts)
        glyf += outline + bytes(-len(outline) % 4)
        offsets.append(len(glyf))
        metrics.append((width, lead))
    _write_counts(tables, len(metrics), max(len(parts) for parts, _, _ in composites))
    tables["loca"] = bytearray(pack(f">{len(offsets)}L", *offsets))
    tables["hmtx"] = bytearray(pack(f">{'Hh' * len(metrics)}", *(n for pair in metrics for n in pair)))
    return font_of(tables, font[:4])


def _offsets(tables: dict[str, bytearray]) -> list[int]:
    """Return where each glyph starts, and where the last ends."""
    count = unpack_from(">H", tables["maxp"], 4)[0]
    if unpack_from(">h", tables["head"], 50)[0]:
        return list(unpack_from(f">{count + 1}L", tables["loca"]))
    return [2 * at for at in unpack_from(f">{count + 1}H", tables["loca"])]


def _outline(glyf: bytearray, offsets: list[int], parts: tuple[tuple[int, int, int], ...]) -> tuple[bytes, int]:
    """Return a composite's outline and its edge on the west; nothing where none of the parts has ink."""
    inked = []
    for glyph, x, y in parts:
        if offsets[glyph + 1] > offsets[glyph]:
            west, south, east, north = unpack_from(">4h", glyf, offsets[glyph] + 2)
            inked.append((glyph, x, y, (west + x, south + y, east + x, north + y)))
    if not inked:
        return b"", 0
    edges = list(zip(*(box for _, _, _, box in inked), strict=True))
    outline = pack(">5h", -1, min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
    for i, (glyph, x, y, _) in enumerate(inked):
        flags = _WORDS_XY_ROUND | (_MORE if i + 1 < len(inked) else 0)
        outline += pack(">HHhh", flags, glyph, x, y)
    return outline, min(edges[0])


def _write_counts(tables: dict[str, bytearray], count: int, components: int) -> None:
    pack_into(">h", tables["head"], 50, 1)
    pack_into(">H", tables["hhea"], 34, count)
    maxp = tables["maxp"]
    pack_into(">H", maxp, 4, count)
    for simple, composite in ((6, 10), (8, 12)):
        largest = max(unpack_from(">H", maxp, simple)[0], unpack_from(">H", maxp, composite)[0])
        pack_into(">H", maxp, composite, min(0xFFFF, largest * components))
    pack_into(">H", maxp, 28, max(components, unpack_from(">H", maxp, 28)[0]))
    pack_into(">H", maxp, 30, unpack_from(">H", maxp, 30)[0] + 1)
    if "post" in tables:
        tables["post"] = bytearray(pack(">L", _NO_NAMES) + tables["post"][4:32])
