"""The colours and measures of each style, as `styles/tokens.toml` states them."""

import tomllib
from functools import cache
from typing import Any

from publisher.config import Settings
from publisher.xhtml.resources import style_sheet


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(style_sheet("tokens.toml"))


def style_tokens(style: str) -> dict[str, Any]:
    """Return what a style states: its colours, and a table for each trim."""
    table: dict[str, Any] = _tables()[style]
    return table


def accent_of(settings: Settings, ink: str) -> str:
    """Return the colour of a book's accents; `ink` is that of its text."""
    chosen = settings.typography.accent
    return {"ink": ink, "style": str(style_tokens(settings.style)["accent"])}.get(chosen, chosen)
