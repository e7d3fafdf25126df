"""What the composer reads of a computed style, once for each: type, size, spaces, line height, kashida."""

from typing import Any, Final

from weasyprint.text.line_break import Layout, first_line_metrics, strut

from publisher.composer.measure import Type
from publisher.composer.state import KASHIDA, Typesetting

_TYPE_KEYS: Final = (
    "font_family",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
    "font_variation_settings",
    "font_language_override",
    "font_kerning",
    "lang",
)

UNCOMPOSED: Final = "the face cannot be composed"
"""Why text is left to WeasyPrint whose face has no plain TrueType outlines."""


class Facts:
    """A style as the composer needs it. Lengths are CSS pixels."""

    __slots__ = (
        "baseline", "direction", "half_leading", "height", "kashida", "line_height", "size", "space", "type", "unfit",
        "word_spacing",
    )  # fmt: skip

    def __init__(self, typesetting: Typesetting, style: Any) -> None:
        self.size: float = style["font_size"]
        self.direction: str = style["direction"]
        self.unfit = _unfit(style)
        """Why text in this style is left to WeasyPrint; empty when it is not."""
        self.kashida = kashida_of(typesetting, style)
        if not self.size:
            return
        self.type = type_of(typesetting, style)
        if not self.type.can_compose:
            self.unfit = self.unfit or UNCOMPOSED
        self.word_spacing: float = style["word_spacing"]
        self.space = self.type.space * self.size + self.word_spacing
        """The natural word space."""
        self.line_height, self.baseline = strut(style)
        """Height of the line box, and its baseline from the top."""
        self.height = text_height(typesetting, style, self.type)
        self.half_leading = (self.line_height - self.height) / 2


def _unfit(style: Any) -> str:
    if not style["font_size"]:
        return "no size"
    if style["white_space"] not in ("normal", "nowrap", "pre", "pre-line", "pre-wrap"):
        return f"white-space: {style['white_space']}"
    if style["letter_spacing"] != "normal":
        return "letter-spacing"
    if style["hyphens"] == "auto" and (style["lang"] or "ar").split("-")[0] != "ar":
        return "hyphens"
    if style["word_break"] != "normal":
        return "word-break"
    return ""


def kashida_of(typesetting: Typesetting, style: Any) -> str:
    """Return the kashida setting of a style: the custom property `--kashida`, else the document's."""
    value = style["__kashida"]
    name = getattr(value[0], "value", None) if value else None
    language = (style["lang"] or "ar").split("-")[0]
    if language not in ("ar", "fa"):
        return "none"
    return name if name in KASHIDA else typesetting.kashida


def type_of(typesetting: Typesetting, style: Any) -> Type:
    """Return the type of a style, shared by all sizes."""
    key = str([style[name] for name in _TYPE_KEYS])
    found = typesetting.types.get(key)
    if found is None:
        found = typesetting.types[key] = Type(typesetting.faces, style)
    return found


def text_height(typesetting: Typesetting, style: Any, type_: Type) -> float:
    """Return the height that Pango gives a line of text of this type and size."""
    key = (id(type_), style["font_size"])
    height = typesetting.heights.get(key)
    if height is None:
        layout = Layout(style)
        layout.set_text("م")
        line, _ = layout.get_first_line()
        *_, height, _ = first_line_metrics(line, "م", layout, None, False, style)
        typesetting.heights[key] = height
    return height


def facts_of(typesetting: Typesetting, style: Any) -> Facts:
    """Return the facts of a style, kept on the style itself."""
    facts = style.__dict__.get("_composer")
    if facts is None:
        facts = style._composer = Facts(typesetting, style)
    return facts
