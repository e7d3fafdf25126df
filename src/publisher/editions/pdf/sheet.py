"""The style sheet of a printed book: the shared rules, the style's own, and the page as this book has it."""

from collections.abc import Mapping

from markupsafe import Markup

from publisher.book import direction
from publisher.config import Settings
from publisher.editions.pdf.tokens import Tokens, trim_of
from publisher.fonts.choosing import Faces
from publisher.fonts.rules import font_face_rules
from publisher.press.job import FOLIO
from publisher.xhtml import templates
from publisher.xhtml.resources import style_sheet

ROLES: Mapping[str, tuple[str, str]] = {
    "naskh": ("text", "serif"),
    "qalam": ("headings", "sans-serif"),
    "mono": ("code", "monospace"),
    "nuqta": ("marks", "serif"),
}
"""The role of each family that the style sheets name, and the generic family behind it."""


def print_sheet(settings: Settings, tokens: Tokens, faces: Faces) -> str:
    """Return the whole style sheet of the PDF edition."""
    trim = trim_of(settings)
    page = templates.render(
        "page.css.j2",
        t=tokens,
        page={
            "width": trim.width,
            "height": trim.height,
            "bleed": settings.page.bleed,
            "marks": settings.page.crop_marks,
        },
        facing=settings.style == "kitab",
        folio=FOLIO,
        **stacks(faces),
    )
    sheets = [
        font_face_rules(faces.all, lambda face: f"face:{face.sha256}"),
        page,
        style_sheet("base.css"),
        style_sheet(f"{settings.style}.css"),
        style_sheet("cover.css"),
    ]
    if tokens.hang:
        sheets.append(style_sheet(f"{settings.style}-wide.css"))
    if direction(settings.language) == "ltr":
        sheets.append(style_sheet("ltr.css"))
    return "\n".join(sheets)


def stacks(faces: Faces) -> dict[str, Markup]:
    """Return the family stack of each role; the text face stands behind the others (VRT-04)."""
    text = faces.families["text"]
    found = {}
    for role, (key, generic) in ROLES.items():
        names = dict.fromkeys((faces.families[key], text))
        found[role] = Markup(", ".join([*(f'"{name}"' for name in names), generic]))
    return found
