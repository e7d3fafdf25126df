"""Lines one after another: which of them the composer sets and which are left to WeasyPrint."""

from collections.abc import Callable
from math import inf
from typing import Any

from publisher.composer.state import typesetting_of


def around_next_line(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.inline.get_next_linebox`."""

    def next_line(context: Any, linebox: Any, *rest: Any, **named: Any) -> Any:
        if typesetting_of(context) is None:
            return original(context, linebox, *rest, **named)
        return stock_line(original, context, linebox, *rest, **named)

    return next_line


def stock_line(original: Callable[..., Any], context: Any, linebox: Any, *rest: Any, **named: Any) -> Any:
    """Let WeasyPrint make the line, once, and put its indent on the side where the line starts."""
    is_rtl = linebox.style["direction"] == "rtl"
    indent = linebox.text_indent
    # WeasyPrint takes a right-to-left line for moved whenever it has a width, and lays it out a second time.
    # Where no float can push the line there is nothing to try again.
    first_line_style = named.get("first_line_style", rest[-1] if rest else None)
    linebox._is_free = is_rtl and not context.excluded_shapes and first_line_style is None
    line, resume_at = original(context, linebox, *rest, **named)
    linebox._is_free = False
    if line is not None and is_rtl and indent:
        _move_indent(line, indent)
    return line, resume_at


def _move_indent(line: Any, indent: float) -> None:
    """WeasyPrint takes the room of `text-indent` off the wrong end of a right-to-left line."""
    if line.style["text_align_all"] in ("justify", "start", "right"):
        for child in line.children:
            if child.is_in_normal_flow():
                child.translate(dx=-indent)


def around_collisions(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.inline.avoid_collisions`, which `get_next_linebox` asks before it takes the line's height to try."""

    def avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
        result = original(context, box, containing_block, outer)
        if getattr(box, "_is_free", False):
            box.height = inf
        return result

    return avoid_collisions
