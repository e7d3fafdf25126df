"""Codes of the book's composite glyphs: found from what a composite is, so that one more moves hardly any other."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final, NamedTuple

from publisher.press.pack import GAP, CompositeKey, Docket, FontUse

_LAST: Final = 0xFFFE
_SURROGATES: Final = range(0xD800, 0xE000)
"""Codes that are left out: they would not pass as UTF-16 when a stream is recoded."""


class FullError(ValueError):
    """A face with more composites than there are codes."""


class FaceCodes(NamedTuple):
    """What the whole book uses of one font file."""

    use: FontUse
    """As the first unit says it."""
    texts: dict[int, str]
    """Character of each of the face's own glyphs, by glyph."""
    codes: dict[CompositeKey, int]
    """Sorted by code."""


def slots(composites: Iterable[CompositeKey], glyphs: int) -> dict[CompositeKey, int]:
    """Return the code of each composite: its hash, or the next free one."""
    first = glyphs + GAP
    room = _LAST - first
    taken: dict[int, CompositeKey] = {}
    found = sorted((sha256(repr(c).encode()).digest()[:8], c) for c in set(composites))
    if len(found) > room - len(_SURROGATES):
        raise FullError(f"{len(found)} composites")
    for digest, composite in found:
        code = first + int.from_bytes(digest, "big") % room
        while code in taken or code in _SURROGATES:
            code = code + 1 if code < _LAST else first
        taken[code] = composite
    return {composite: code for code, composite in sorted(taken.items())}


def codes_of(dockets: Iterable[Docket]) -> dict[str, FaceCodes]:
    """Return the use of each font, by resource name, sorted."""
    uses: dict[str, FontUse] = {}
    texts: dict[str, dict[int, str]] = {}
    composites: dict[str, set[CompositeKey]] = {}
    for docket in dockets:
        for use in docket.fonts:
            first = uses.setdefault(use.name, use)
            if first.sha != use.sha:
                raise ValueError(f"two font files are called {use.name}")
            known = texts.setdefault(use.name, {})
            for glyph, text in use.texts:
                if not known.get(glyph):
                    known[glyph] = text
            composites.setdefault(use.name, set()).update(use.composites)
    return {
        name: FaceCodes(uses[name], texts[name], slots(composites[name], uses[name].glyphs)) for name in sorted(uses)
    }
