"""What a page is besides its content: its boxes, and which of what it shows is not part of the text."""

from typing import Any, Final

from weasyprint.formatting_structure import boxes

from publisher.press.drawing import DECORATION, FOOTER, HEADER
from publisher.press.syntax import numbers

SCALE: Final = 0.75
"""Points in a CSS pixel."""
_BLEED_SHOWN: Final = 10
"""Points of the bleed that the bleed box takes in."""


def artifacts_of(page_box: Any, echoes: set[Any]) -> dict[Any, bytes]:
    """Return the boxes of a page that are not part of the text, and what kind of artifact each is."""
    found = dict.fromkeys(echoes, HEADER)
    for child in page_box.children:
        if isinstance(child, boxes.MarginBox):
            kind = HEADER if child.at_keyword.startswith("@top") else FOOTER
            found.update(dict.fromkeys(child.descendants(), kind))
            continue
        for box in child.descendants():
            if isinstance(box, boxes.ReplacedBox) and box.element is not None and box.element.get("alt") == "":
                found[box] = DECORATION
    return found


def rectangle_of(page: Any) -> tuple[float, float, float, float]:
    """Return x, y, width and height of a page with its bleed, in CSS pixels."""
    bleed = page.bleed
    width = page.width + bleed["left"] + bleed["right"]
    return -bleed["left"], -bleed["top"], width, page.height + bleed["top"] + bleed["bottom"]


def page_boxes(page: Any) -> bytes:
    """Return the boxes of a page as they are written: all of it, what is cut out, what may run past the cut."""
    width, height = page.width * SCALE, page.height * SCALE
    bleed = {side: room * SCALE for side, room in page.bleed.items()}
    shown = {side: min(_BLEED_SHOWN, room) for side, room in bleed.items()}
    media, bled = (
        (-room["left"], -room["bottom"], width + room["right"], height + room["top"]) for room in (bleed, shown)
    )
    boxes_of_page = ((b"MediaBox", media), (b"TrimBox", (0, 0, width, height)), (b"BleedBox", bled))
    return b"".join(b"/%s%s" % (name, numbers(box)) for name, box in boxes_of_page)
