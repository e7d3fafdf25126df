"""Formulas: TeX → MathML for engines that know it, TeX → SVG with outlines for those that do not."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree
from markupsafe import Markup

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Said, warning

UNREAD_FORMULA = warning(
    "unread-formula",
    Said("تعذّر فهم الصيغة «{tex}»، فطُبعت كما كُتبت", "the formula “{tex}” cannot be read; its source is printed"),
    Said("راجع أوامر TeX وأقواسها في الصيغة.", "check the TeX commands and braces of the formula."),
)

MATHML: Final = "http://www.w3.org/1998/Math/MathML"
SIZE: Final = 16.0
"""Size in px of the letters that a drawing is made for."""
_LONGEST: Final = 4000
"""Code points of the longest formula that is read."""
_UNKNOWN_COMMAND = re.compile(r"\\[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A formula drawn as outlines; lengths in em of the text around it."""

    svg: str
    width: float
    height: float
    depth: float
    """How far it reaches below the base line."""


@lru_cache(1024)
def mathml(tex: str, *, is_display: bool = False, image: str = "") -> Markup | None:
    """Return a formula as MathML with its TeX as alternative text, or None when it cannot be read.

    `image` is the address of a drawing for reading systems without MathML.
    """
    root = _tree(tex, is_display=is_display)
    if root is None:
        return None
    root.set("alttext", tex)
    if image:
        root.set("altimg", image)
    if has_arabic(tex):
        root.set("dir", "rtl")
    return Markup(etree.tostring(root, encoding="unicode"))


@lru_cache(1024)
def svg(tex: str, *, is_display: bool = False) -> Drawing | None:
    """Return a formula drawn with outlines only, or None when it cannot be read or holds letters that are not drawn."""
    if has_arabic(tex) or _tree(tex, is_display=is_display) is None:
        return None
    import ziamath

    ziamath.config.svg2 = False
    try:
        formula = ziamath.Latex(tex, size=SIZE, inline=not is_display)
        text = formula.svg()
        width, height = formula.getsize()
        depth = -formula.getyofst()
    except Exception:  # noqa: BLE001 - the library raises whatever its tables raise
        return None
    return Drawing(text, width / SIZE, height / SIZE, depth / SIZE)


@lru_cache(1024)
def _source(tex: str, *, is_display: bool) -> str | None:
    from latex2mathml import converter

    if len(tex) > _LONGEST:
        return None
    try:
        return str(converter.convert(tex, display="block" if is_display else "inline"))
    except Exception:  # noqa: BLE001 - its parser raises a dozen kinds of errors, among them RecursionError
        return None


def _tree(tex: str, *, is_display: bool) -> "etree._Element | None":
    """Return the tree of a formula, or None when its TeX is not understood whole."""
    source = _source(tex, is_display=is_display)
    if source is None:
        return None
    try:
        root = etree.fromstring(source)
    except etree.XMLSyntaxError:
        return None
    if any(_UNKNOWN_COMMAND.search(text) for text in root.itertext()):
        return None
    return root


def name_of(tex: str, *, is_display: bool = False) -> str:
    """Return the file name of a formula's drawing: the same formula always has the same."""
    return f"formula-{hashlib.sha256(f'{is_display}{tex}'.encode()).hexdigest()[:12]}.svg"
