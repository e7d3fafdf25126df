"""A dotted rule under a box, such as the leader of a contents line, drawn with one stroke.

WeasyPrint draws each dot of a border that has one side only as a circle of four curves: on a page of contents they take
more time and more bytes than its words.
"""

from collections.abc import Callable
from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes

from publisher.composer.state import typesetting_of

Draw = Callable[[Any, Any], None]


def around_border(original: Draw) -> Draw:
    """Draw a box's border; a lone straight dotted one below it as a row of round dots."""

    def draw_border(stream: Any, box: Any) -> None:
        if not _is_rule(box) or typesetting_of(box.style) is None:
            original(stream, box)
            return
        color = get_color(box.style, "border_bottom_color")
        if box.style["visibility"] == "visible" and color.alpha:
            with stream.artifact(), stream.stacked():
                _draw_dots(stream, box, color)

    return draw_border


def _is_rule(box: Any) -> bool:
    style = box.style
    return bool(
        box.border_bottom_width
        and style["border_bottom_style"] == "dotted"
        and not (box.border_top_width or box.border_left_width or box.border_right_width)
        and style["border_image_source"][0] == "none"
        and not (isinstance(box, boxes.BlockContainerBox) and style["column_rule_width"])
        and not any(radius for corner in box.rounded_border_box()[4:] for radius in corner)
    )


def _draw_dots(stream: Any, box: Any, color: Any) -> None:
    """Dots as thick as the border, as far apart as they are thick, the first and the last flush with the box."""
    x, y, length, height = box.rounded_border_box()[:4]
    width = box.border_bottom_width
    gaps = max(1, int(length // (2 * width)))
    stream.set_color(color, stroke=True)
    stream.set_line_width(width)
    stream.set_line_cap(1)
    stream.set_dash([0, (length - width) / gaps], 0)
    stream.move_to(x + width / 2, y + height - width / 2)
    stream.line_to(x + length - width / 2, y + height - width / 2)
    stream.stroke()
