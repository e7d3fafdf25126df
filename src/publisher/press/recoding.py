"""Codes of composite glyphs changed in a content stream, string by string, by the font in force."""

import re
from collections.abc import Mapping
from typing import Final

_PIECE: Final = re.compile(rb"/(\S+) \S+ Tf|<([0-9a-f]{4,})>")


def recoded(data: bytes, tables: Mapping[str, Mapping[int, int]]) -> bytes:
    """Return a content stream with new codes; `tables` say, by the font's resource name, what each becomes."""
    named = {name.encode(): dict(table) for name, table in tables.items() if any(a != b for a, b in table.items())}
    if not named:
        return data
    table: dict[int, int] | None = None

    def new(match: re.Match[bytes]) -> bytes:
        nonlocal table
        if match[1] is not None:
            table = named.get(match[1])
            return match[0]
        if table is None:
            return match[0]
        return b"<%s>" % translated(match[2], table)

    return _PIECE.sub(new, data)


def translated(codes: bytes, table: Mapping[int, int]) -> bytes:
    """Return hexadecimal codes of two bytes each, translated."""
    text = bytes.fromhex(codes.decode()).decode("utf-16-be", "surrogatepass")
    return text.translate(table).encode("utf-16-be", "surrogatepass").hex().encode()
