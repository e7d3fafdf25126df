"""The faces that an EPUB embeds: their @font-face rules, and the files read through fontTools."""

import io
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from publisher.source import Span
from publisher.verify.epub.css import Style, addresses
from publisher.verify.epub.package import is_remote, resolve

FORMATS = {
    b"\x00\x01\x00\x00": "ttf",
    b"true": "ttf",
    b"OTTO": "otf",
    b"wOFF": "woff",
    b"wOF2": "woff2",
    b"ttcf": "ttc",
}


@dataclass(frozen=True)
class Face:
    """One @font-face rule."""

    family: str
    weights: tuple[int, int]
    is_italic: bool
    paths: tuple[str, ...]
    span: Span


class FontFile:
    """A font file of the archive."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path, self.data = path, data
        self.form = FORMATS.get(data[:4], "")

    @cached_property
    def font(self) -> Any | None:
        """The font, or None when it cannot be read (damaged, obfuscated, WOFF2 without its library)."""
        from fontTools.ttLib import TTFont

        try:
            font = TTFont(io.BytesIO(self.data), lazy=True)
            font.getBestCmap()
        except Exception:  # noqa: BLE001 - fontTools raises whatever a damaged table makes it raise
            return None
        return font

    @cached_property
    def characters(self) -> frozenset[int]:
        """Code points that have a glyph."""
        return frozenset(self.font.getBestCmap() or {}) if self.font is not None else frozenset()

    @cached_property
    def may_be_embedded(self) -> bool:
        """Whether fsType allows embedding."""
        if self.font is None or "OS/2" not in self.font:
            return True
        return int(self.font["OS/2"].fsType) & 0x000F != 0x0002


def read_face(rule: Style, sheet_path: str) -> Face:
    """Read an @font-face rule."""
    said = {d.name: d.value for d in rule.declarations}
    sources = (a for a in addresses(said.get("src", "")) if not is_remote(a))
    return Face(
        family=said.get("font-family", "").strip("\"' ").lower(),
        weights=_weights(said.get("font-weight", "normal").lower()),
        is_italic=said.get("font-style", "normal").lower() != "normal",
        paths=tuple(resolve(sheet_path, a)[0] for a in sources),
        span=rule.span,
    )


def _weights(value: str) -> tuple[int, int]:
    named = {"normal": 400, "bold": 700, "lighter": 300, "bolder": 700}
    numbers = [named.get(word) or (int(word) if word.isdigit() else 400) for word in value.split()]
    return (min(numbers), max(numbers)) if numbers else (400, 400)
