"""Titles that every reader knows, and lines that are never titles."""

import re
from functools import cache
from importlib import resources
import tomllib

from publisher.arabic.letters import folded

_SIGNS = re.compile(r"[\s:.،؛؟!«»\"'()\[\]*_\-–—]+")


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", folded(text)).strip().lower()


@cache
def _table() -> dict[str, frozenset[str]]:
    text = (resources.files(__package__) / "titles.toml").read_text(encoding="utf-8")
    return {name: frozenset(_plain(title) for title in titles) for name, titles in tomllib.loads(text).items()}


def known_title(text: str) -> bool:
    """Whether the text is a title of front or back matter, or another that every reader knows."""
    plain = _plain(text)
    return any(plain in _table()[name] for name in ("opening", "closing", "notes", "references", "contents", "section"))


def kind_of_title(text: str) -> str:
    """Return which kind of known title the text is (`opening`, `closing`, `notes`, …), or nothing."""
    plain = _plain(text)
    return next((name for name in ("opening", "closing", "notes", "references", "contents", "section") if plain in _table()[name]), "")


def is_formula(text: str) -> bool:
    """Whether the text is a formula of devotion or of letters, which is never a title."""
    return _plain(text) in _table()["formula"]
