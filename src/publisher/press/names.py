"""Name trees: places of the book by name, and structure elements by their ID."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

_LEAF: Final = 64


def name_tree(entries: Mapping[bytes, bytes], number: Callable[[], int]) -> list[tuple[int, bytes]]:
    """Return a name tree's objects, its root first. Keys are the bytes of the strings, values are written."""
    ordered = sorted(entries.items())
    root = number()
    if len(ordered) <= _LEAF:
        return [(root, b"<</Names[%s]>>" % _pairs(ordered))]
    leaves = []
    for i in range(0, len(ordered), _LEAF):
        part = ordered[i : i + _LEAF]
        limits = b"<%s><%s>" % (part[0][0].hex().encode(), part[-1][0].hex().encode())
        leaves.append((number(), b"<</Limits[%s]/Names[%s]>>" % (limits, _pairs(part))))
    kids = b" ".join(b"%d 0 R" % leaf for leaf, _ in leaves)
    return [(root, b"<</Kids[%s]>>" % kids), *leaves]


def _pairs(entries: Sequence[tuple[bytes, bytes]]) -> bytes:
    return b" ".join(b"<%s>%s" % (key.hex().encode(), value) for key, value in entries)


def key_of(name: str) -> bytes:
    """Return the key of a name as links write it."""
    return b"\xfe\xff" + name.encode("utf-16-be", "replace")
