"""The measures of a printed page, from the style's tokens and what the book sets otherwise.

Vertical measures are multiples of one line: the foot margin takes up what is left, so that the text block holds a
whole number of lines.
"""

from dataclasses import dataclass, fields, replace
from typing import Any

from publisher.config import Settings
from publisher.editions.style import accent_of, style_tokens
from publisher.page import TRIMS, TrimSize

MM_PER_PT = 25.4 / 72
INK = "#000"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every measure of one page: lengths in mm (margins, measure) and pt (type)."""

    accent: str
    wash: str
    cover: str
    inner: float
    outer: float
    head: float
    foot: float
    size: float
    leading: float
    note: float
    h1: float
    h2: float
    h3: float
    small: float
    ordinal: float = 0.0
    label: float = 0.0
    hang: float = 0.0
    note_leading: float = 0.0
    h0: float = 0.0
    measure: float = 0.0
    pair: float = 0.0
    """Width of a bayt."""
    lines: int = 0
    vocalised: float = 0.0
    """Leading of a vocalised paragraph."""


def trim_of(settings: Settings) -> TrimSize:
    """Return the trim size of a book."""
    if settings.page.width and settings.page.height:
        return TrimSize(settings.page.width, settings.page.height)
    return TRIMS.get(settings.page.trim, TRIMS["A5"])


def tokens_of(settings: Settings) -> Tokens:
    """Return the measures of a book's pages."""
    style = style_tokens(settings.style)
    trim = trim_of(settings)
    own = settings.page.width and settings.page.height
    name = settings.page.trim if not own and settings.page.trim in style else _nearest(style, trim.width)
    base = style[name]
    vocalised = base["vocalised"] / base["size"]
    known = {f.name for f in fields(Tokens)}
    tokens = Tokens(
        accent=accent_of(settings, INK),
        wash=style["wash"],
        cover=style["cover"],
        **{key: value for key, value in base.items() if key in known},
    )
    ratio = vocalised if settings.typography.vocalised else base["leading"] / base["size"]
    sized = _sized(replace(tokens, vocalised=0.0), settings, ratio)
    roomier = 1.0 if settings.typography.vocalised else base["vocalised"] / base["leading"]
    return _fitted(replace(sized, vocalised=round(sized.leading * roomier, 3)), settings, trim)


def _nearest(style: dict[str, Any], width: float) -> str:
    trims = {name: entry["width"] for name, entry in style.items() if isinstance(entry, dict)}
    return min(sorted(trims), key=lambda name: abs(trims[name] - width))


def _sized(tokens: Tokens, settings: Settings, ratio: float) -> Tokens:
    """Scale the type to the size and leading that the book asks for."""
    size = settings.typography.size or tokens.size
    scale = size / tokens.size
    ratio = settings.typography.leading or ratio
    scaled = {
        name: round(getattr(tokens, name) * scale, 2)
        for name in ("note", "h1", "h2", "h3", "small", "ordinal", "label")
    }
    return replace(tokens, size=size, leading=round(size * ratio, 3), **scaled)


def _fitted(tokens: Tokens, settings: Settings, trim: TrimSize) -> Tokens:
    """Lay the margins out and let the foot take up what is left of whole lines."""
    page = settings.page
    head = page.head if page.head >= 0 else tokens.head
    foot = page.foot if page.foot >= 0 else tokens.foot
    inner = page.inner if page.inner >= 0 else tokens.inner
    outer = page.outer if page.outer >= 0 else tokens.outer
    line = tokens.leading * MM_PER_PT
    lines = max(1, int((trim.height - head - foot) / line + 1e-6))
    if page.foot < 0:
        foot = trim.height - head - lines * line
    measure = trim.width - inner - outer - tokens.hang
    return replace(
        tokens,
        head=round(head, 3),
        foot=round(foot, 3),
        inner=round(inner, 3),
        outer=round(outer, 3),
        lines=lines,
        measure=round(measure, 2),
        pair=round(measure * 0.95, 2),
        h0=round(tokens.h1 * 1.72, 2),
        note_leading=round(tokens.leading * 0.75, 3),
    )
