"""A rule of dots below or above a box, drawn as one line: WeasyPrint draws every dot as four curves.

A contents of four hundred entries has thirty thousand dots; so drawn they took more room than all of its text.
"""

from collections.abc import Callable
from math import floor
from typing import Any, Final

from weasyprint.draw.color import get_color

from publisher.composer.hooks import Hook
from publisher.press.drawing import PackStream

_SIDES: Final = ("top", "bottom")


def around_border(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `draw.draw_border`."""

    def draw_border(stream: Any, box: Any) -> None:
        side = dotted_side(box) if isinstance(stream, PackStream) else None
        if side is None:
            original(stream, box)
            return
        draw_dots(stream, box, side)

    return draw_border


def dotted_side(box: Any) -> str | None:
    """Return the side of a box that bears dots, where that is all its border."""
    style = box.style
    if style["visibility"] != "visible" or style["border_image_source"][0] != "none":
        return None
    widths = {side: getattr(box, f"border_{side}_width") for side in ("top", "bottom", "left", "right")}
    drawn = [side for side, width in widths.items() if width]
    if len(drawn) != 1 or drawn[0] not in _SIDES or style[f"border_{drawn[0]}_style"] != "dotted":
        return None
    has_corners = any(any(corner) for corner in box.rounded_border_box()[4:])
    has_columns = style["column_width"] != "auto" or style["column_count"] != "auto"
    is_seen = get_color(style, f"border_{drawn[0]}_color").alpha
    return drawn[0] if is_seen and not has_corners and not has_columns else None


def draw_dots(stream: Any, box: Any, side: str) -> None:
    """Draw the dots where WeasyPrint draws them: one at each end, evenly between."""
    width = getattr(box, f"border_{side}_width")
    x, y, length, height = box.rounded_border_box()[:4]
    y += width / 2 if side == "top" else height - width / 2
    spaces = floor(length / width / 2)
    step = (length - width) / spaces if spaces else 2 * width
    with stream.artifact(), stream.stacked():
        stream.set_color(get_color(box.style, f"border_{side}_color"), stroke=True)
        stream.set_line_width(width)
        stream.set_line_cap(1)
        stream.set_dash([0, step], 0)
        stream.move_to(x + width / 2, y)
        stream.line_to(x + width / 2 + (spaces + 0.5) * step, y)  # half a step further, so that the last dot is there
        stream.stroke()


HOOK: Final = Hook("weasyprint.draw", "draw_border", ("stream", "box"), around_border)


def install() -> None:
    """Put the hook in place, once, where WeasyPrint is the one it was written for."""
    if HOOK.fault() is None:
        HOOK.install()
