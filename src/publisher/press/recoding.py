"""Codes of composite glyphs changed in a content stream, string by string, by the font in force."""

import re
from collections.abc import Mapping
from typing import Final

_PIECE: Final = re.compile(rb"/(\S+) \S+ Tf|<([0-9a-f]{4,})>")


def recodings(tables: Mapping[str, Mapping[int, int]]) -> "dict[bytes, Recoded]":
    """Return what changes the strings of each font whose codes change, by its resource name."""
    return {name.encode(): Recoded(table) for name, table in tables.items() if any(a != b for a, b in table.items())}


def recoded(data: bytes, named: "Mapping[bytes, Recoded]") -> bytes:
    """Return a content stream with new codes."""
    if not named:
        return data
    table: Recoded | None = None

    def new(match: re.Match[bytes]) -> bytes:
        nonlocal table
        if match[1] is not None:
            table = named.get(match[1])
            return match[0]
        return match[0] if table is None else table[match[2]]

    return _PIECE.sub(new, data)


class Recoded(dict[bytes, bytes]):
    """The strings of a font with new codes, by their hexadecimal codes of two bytes each; a word is translated once."""

    def __init__(self, table: Mapping[int, int]) -> None:
        super().__init__()
        self._table = dict(table)

    def __missing__(self, codes: bytes) -> bytes:
        text = bytes.fromhex(codes.decode()).decode("utf-16-be", "surrogatepass")
        made = text.translate(self._table).encode("utf-16-be", "surrogatepass").hex()
        return self.setdefault(codes, b"<%s>" % made.encode())
