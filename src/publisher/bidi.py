"""Embedding levels of a paragraph (UAX #9), from Pango, the very library that WeasyPrint sets the text with.

The direction pass and the composer both ask here, so that they cannot disagree (BID-23).
"""

import ctypes
import ctypes.util
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import cast

_GLIB = ("libglib-2.0.so.0", "libglib-2.0-0.dll", "libglib-2.0.dylib", "glib-2.0")
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.so", "libpango-1.0-0.dll", "libpango-1.0.dylib", "pango-1.0")
_FIRST_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}

MINIMUM_PANGO = (1, 50, 0)


class PangoMissing(Exception):  # noqa: N818 - names what is so
    """Pango is not on this machine, or is older than 1.50."""


@cache
def _pango() -> ctypes.CDLL:
    library = _opened(*_PANGO)
    library.pango_log2vis_get_embedding_levels.restype = ctypes.c_void_p
    library.pango_log2vis_get_embedding_levels.argtypes = (
        ctypes.c_char_p,
        ctypes.c_int,
        ctypes.POINTER(ctypes.c_int),
    )
    return library


def _opened(*names: str) -> ctypes.CDLL:
    """Return a library by the first of its names that opens; searching for the last one runs compilers, and takes long."""
    for name in names:
        with suppress(OSError):
            return ctypes.CDLL(name)
    found = ctypes.util.find_library(names[-1])
    if found:
        with suppress(OSError):
            return ctypes.CDLL(found)
    raise PangoMissing


@cache
def _free() -> Callable[[int | None], None]:
    free = _opened(*_GLIB).g_free
    free.argtypes = (ctypes.c_void_p,)
    free.restype = None
    return cast("Callable[[int | None], None]", free)


def pango_version() -> tuple[int, int, int] | None:
    """Return Pango's version, or None where it is not installed."""
    try:
        number = int(_pango().pango_version())
    except PangoMissing:
        return None
    return number // 10000, number // 100 % 100, number % 100


def levels(text: str, base: str = "rtl") -> bytes:
    """Return one embedding level a code point of a paragraph whose direction is `base` (`rtl` or `ltr`).

    Even levels run left to right, odd ones right to left. Each isolate is resolved by itself: FriBidi before 1.0.11
    turns a left-to-right one round when a right-to-left one stands before it. Raises PangoMissing.
    """
    isolates = list(_isolates(text))
    if not isolates:
        return _levels(text, base)
    outer = "".join(piece for start, end in _between(isolates, len(text)) for piece in (text[start:end], _EMPTY))
    found = iter(_levels(outer.removesuffix(_EMPTY), base))
    resolved = bytearray()
    at = 0
    for start, end in isolates:
        resolved += bytes(next(found) for _ in range(start - at))
        opens, closes = next(found), next(found)
        inner, direction = text[start + 1 : end - 1], _direction(text[start], text[start + 1 : end - 1])
        shift = (2 if base == "rtl" else 0) if direction == "rtl" else 2
        resolved += bytes((opens, *(level + shift for level in levels(inner, direction)), closes))
        at = end
    return bytes((*resolved, *found))


_EMPTY = "\u2066\u2069"
"""An isolate with nothing in it: how one counts in the text around it."""
_OPENING = {"\u2066": "ltr", "\u2067": "rtl", "\u2068": "auto"}
_CLOSING = "\u2069"


def _isolates(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the outermost isolates that are closed begin and end."""
    open_at: list[int] = []
    for at, character in enumerate(text):
        if character in _OPENING:
            open_at.append(at)
        elif character == _CLOSING and open_at:
            start = open_at.pop()
            if not open_at:
                yield start, at + 1


def _between(isolates: list[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    starts = (0, *(end for _, end in isolates))
    ends = (*(start for start, _ in isolates), length)
    yield from zip(starts, ends, strict=True)


def _direction(opening: str, inner: str) -> str:
    asked = _OPENING[opening]
    return asked if asked != "auto" else first_strong(inner) or "ltr"


def _levels(text: str, base: str) -> bytes:
    if not text:
        return b""
    encoded = text.encode("utf-8", "replace")
    wanted = ctypes.c_int(1 if base == "rtl" else 0)
    address = _pango().pango_log2vis_get_embedding_levels(encoded, len(encoded), ctypes.byref(wanted))
    try:
        return ctypes.string_at(address, len(text))
    finally:
        _free()(address)


def first_strong(text: str) -> str | None:
    """Return the direction of the first strong character (UAX #9 P2), or None where there is none."""
    return next((_FIRST_STRONG[kind] for c in text if (kind := unicodedata.bidirectional(c)) in _FIRST_STRONG), None)
