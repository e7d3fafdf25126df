"""The style sheet of an e-book: the shared rules, and what differs by book: faces, stacks, accent (G1…G13)."""

import re
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from publisher.book import direction
from publisher.config import Settings
from publisher.editions.epub.typefaces import Carried
from publisher.editions.style import accent_of
from publisher.fonts import Faces, font_face_rules
from publisher.xhtml import templates
from publisher.xhtml.resources import style_sheet

INK: Final = "inherit"
_PALE: Final = {"kitab": "#e9a08f", "maqal": "#92b8ea"}
"""Accent on a dark ground."""
_SIDES: Final = re.compile(r"\b(left|right)\b")
_COMMENTS: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def book_sheet(settings: Settings, faces: Faces, carried: Sequence[Carried]) -> str:
    """Return the whole style sheet of an e-book."""
    names = {one.face.sha256: one.name for one in carried}
    accent = accent_of(settings, INK)
    own = templates.render(
        "epub-book.css.j2",
        faces=Markup(font_face_rules([one.face for one in carried], lambda face: f"../fonts/{names[face.sha256]}")),
        accent=accent,
        pale=INK if accent == INK else _PALE[settings.style],
        **_stacks(settings, faces, carried),
    )
    shared = _COMMENTS.sub("", style_sheet("epub.css"))
    if direction(settings.language) == "ltr":
        shared = _SIDES.sub(lambda match: {"left": "right", "right": "left"}[match[1]], shared)
    return f"{own}\n{shared}"


def _stacks(settings: Settings, faces: Faces, carried: Sequence[Carried]) -> dict[str, Markup]:
    """Return the families of each kind of text: its own first, then whatever else the book carries."""
    held = list(dict.fromkeys(one.face.family for one in carried))
    headings = "headings" if settings.style == "maqal" else "text"
    roles = {
        "naskh": ("text", "serif"),
        "qalam": (headings, "sans-serif" if headings == "headings" else "serif"),
        "mono": ("code", "monospace"),
        "nuqta": ("marks", "serif"),
    }
    return {
        name: Markup(", ".join([*(f'"{family}"' for family in _order(faces.families[role], held)), generic]))
        for name, (role, generic) in roles.items()
    }


def _order(first: str, held: list[str]) -> list[str]:
    return [family for family in dict.fromkeys((first, *held)) if family in held]
