"""The boxes of a page: sheet, bleed, trim."""

from typing import Any

import pikepdf

Box = tuple[float, float, float, float]
"""Lower and upper corner, in points."""

INHERITED = ("/MediaBox", "/CropBox")
HIGHEST = 32
"""How many nodes of the page tree a box may be inherited through."""


def box_of(page: pikepdf.Page, name: str) -> Box | None:
    """Return a box of a page, inherited ones too, its corners in order."""
    node: Any = page.obj
    depth = 0
    while name not in node and "/Parent" in node and name in INHERITED and depth < HIGHEST:
        node, depth = node["/Parent"], depth + 1
    found = node.get(name)
    if not isinstance(found, pikepdf.Array) or len(found) != 4:
        return None
    x1, y1, x2, y2 = (float(number) for number in found)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
