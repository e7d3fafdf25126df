"""The fonts of a drawn unit, as its pack says them."""

from hashlib import sha256
from typing import Any

from publisher.composer import composites
from publisher.press import pack
from publisher.press.pack import FontUse

assert pack.GAP == composites.GAP  # noqa: S101 - two rooms, one number


def fonts_of(fonts: dict[Any, Any]) -> dict[str, tuple[FontUse, dict[int, int]]]:
    """Return each font by its resource name: how it is used, and its composites' codes in the pack."""
    found: dict[str, tuple[FontUse, dict[int, int]]] = {}
    for font in fonts.values():
        face = getattr(font, "_composer_face", None)
        used = font._composer_composites.used(font.to_unicode) if face is not None else []
        keys = sorted({(c.components, c.text, c.width) for _, c in used})
        first = font.glyph_count + pack.GAP
        rank = {key: first + i for i, key in enumerate(keys)}
        table = {code: rank[c.components, c.text, c.width] for code, c in used}
        use = FontUse(
            name=font.hash,
            base=font.name.decode().strip("/,"),
            sha=sha256(font.file_content).hexdigest() if face is None else face.sha,
            index=font.index,
            family=font.family,
            flags=font.flags,
            ascent=font.ascent,
            descent=font.descent,
            italic=font.italic_angle,
            glyphs=font.glyph_count,
            texts=tuple(sorted((g, t) for g, t in font.to_unicode.items() if g < font.glyph_count)),
            composites=tuple(keys),
        )
        if font.hash in found:
            raise ValueError(f"two fonts are called {font.hash}")
        found[font.hash] = use, table
    return found
