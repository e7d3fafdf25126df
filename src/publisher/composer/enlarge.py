"""Composite glyphs written into a subset font file: `glyf`, `loca`, `hmtx` and the counts in the other tables.

Bytes are appended; nothing of the font's own glyphs is read but their boxes. The same input gives the same bytes.
"""

from io import BytesIO
from struct import pack, pack_into, unpack_from
from typing import Final

from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTWriter

from publisher.composer.composites import Composite

_DROPPED: Final = frozenset(("GDEF", "hdmx", "VDMX", "LTSH", "kern", "DSIG"))
_WORDS_XY_ROUND: Final = 0x0007
_MORE: Final = 0x0020
_MAXIMA: Final = {10: 4, 12: 4}
"""Offsets in `maxp` of the points and contours of a composite, and how many components deep they may add up."""


def with_composites(font: bytes, composites: list[tuple[int, Composite]]) -> bytes:
    """Return a TrueType font with composites added at their codes, which lie past its own glyphs."""
    reader = TTFont(BytesIO(font), lazy=True).reader
    tables = {tag: bytearray(reader[tag]) for tag in reader.keys() if tag not in _DROPPED}  # noqa: SIM118 - no mapping
    count = unpack_from(">H", tables["maxp"], 4)[0]
    offsets = _offsets(tables, count)
    metrics = _metrics(tables, count)
    glyf = tables["glyf"]
    glyf += bytes(-len(glyf) % 4)
    for code, composite in composites:
        while len(metrics) < code:
            offsets.append(len(glyf))
            metrics.append((0, 0))
        start = len(glyf)
        outline, left = _outline(glyf, offsets, composite)
        offsets.append(start)
        glyf += outline + bytes(-len(outline) % 4)
        metrics.append((composite.width, left))
    # `offsets` holds the start of each glyph; the last entry of `loca` is the end of the table.
    _write(tables, count, offsets, metrics, max(len(c.components) for _, c in composites))
    return _saved(tables, reader.sfntVersion)


def _offsets(tables: dict[str, bytearray], count: int) -> list[int]:
    """Return where each glyph starts."""
    if unpack_from(">h", tables["head"], 50)[0]:
        offsets = list(unpack_from(f">{count + 1}L", tables["loca"]))
    else:
        offsets = [2 * o for o in unpack_from(f">{count + 1}H", tables["loca"])]
    del tables["glyf"][offsets[-1] :]
    return offsets[:-1]


def _metrics(tables: dict[str, bytearray], count: int) -> list[tuple[int, int]]:
    """Return (advance, side bearing) of each glyph."""
    full = unpack_from(">H", tables["hhea"], 34)[0]
    pairs = unpack_from(f">{'Hh' * full}", tables["hmtx"])
    metrics = list(zip(pairs[::2], pairs[1::2], strict=True))
    rest = unpack_from(f">{count - full}h", tables["hmtx"], 4 * full)
    return metrics + [(metrics[-1][0], bearing) for bearing in rest]


def _outline(glyf: bytearray, offsets: list[int], composite: Composite) -> tuple[bytes, int]:
    """Return a composite's outline and its left edge; nothing for a composite without ink."""
    parts = []
    for glyph, x, y in composite.components:
        start = offsets[glyph]
        end = offsets[glyph + 1] if glyph + 1 < len(offsets) else len(glyf)
        if end > start:
            parts.append((glyph, x, y, unpack_from(">4h", glyf, start + 2)))
    if not parts:
        return b"", 0
    box = (
        min(x + b[0] for _, x, _, b in parts),
        min(y + b[1] for _, _, y, b in parts),
        max(x + b[2] for _, x, _, b in parts),
        max(y + b[3] for _, _, y, b in parts),
    )
    outline = pack(">5h", -1, *box)
    for i, (glyph, x, y, _) in enumerate(parts):
        flags = _WORDS_XY_ROUND | (_MORE if i + 1 < len(parts) else 0)
        outline += pack(">HHhh", flags, glyph, x, y)
    return outline, box[0]


def _write(
    tables: dict[str, bytearray], own: int, offsets: list[int], metrics: list[tuple[int, int]], elements: int
) -> None:
    count = len(metrics)
    tables["loca"] = bytearray(pack(f">{count + 1}L", *offsets, len(tables["glyf"])))
    tables["hmtx"] = bytearray(pack(f">{'Hh' * count}", *(n for pair in metrics for n in pair)))
    pack_into(">h", tables["head"], 50, 1)
    pack_into(">H", tables["hhea"], 34, count)
    maxp = tables["maxp"]
    pack_into(">H", maxp, 4, count)
    for offset, factor in _MAXIMA.items():
        largest = max(*unpack_from(">HH", maxp, 6), unpack_from(">H", maxp, offset)[0])
        pack_into(">H", maxp, offset, min(0xFFFF, factor * largest))
    pack_into(">H", maxp, 28, max(elements, unpack_from(">H", maxp, 28)[0]))
    pack_into(">H", maxp, 30, unpack_from(">H", maxp, 30)[0] + 1)
    if "post" in tables and count != own:
        tables["post"] = bytearray(pack(">L", 0x00030000) + tables["post"][4:32])


def _saved(tables: dict[str, bytearray], version: str) -> bytes:
    out = BytesIO()
    writer = SFNTWriter(out, len(tables), version)
    for tag in sorted(tables):
        writer[tag] = bytes(tables[tag])
    writer.close()
    return out.getvalue()
