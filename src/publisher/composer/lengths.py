"""Used lengths of a box found once for its style: margins, padding, borders and sizes that no percentage makes depend.

WeasyPrint works the seventeen out for every box anew, for each paragraph and each of its lines.
"""

from collections.abc import Callable
from math import inf
from typing import Any, Final

from weasyprint.layout import percent

from publisher.composer.state import typesetting_of

Resolve = Callable[[Any, Any], None]

_SIDES: Final = ("top", "right", "bottom", "left")
_USED: Final = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"border_{side}_width" for side in _SIDES),
    *(f"{prefix}{axis}" for prefix in ("", "min_", "max_") for axis in ("width", "height")),
)
"""What WeasyPrint's function sets on a box."""
_SIZES: Final = ("width", "height", "min_width", "min_height", "max_width", "max_height")
"""What flex and grid layout change in a style while they work."""
_PLACE: Final = "_composer_lengths"


def around_percentages(original: Resolve) -> Resolve:
    """Wrap `layout.percent.resolve_percentages`."""

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style = box.style
        known = style.__dict__.get(_PLACE)
        if known is None:
            original(box, containing_block)
            if typesetting_of(style) is not None and _is_fixed(style):
                sizes = tuple(map(style.__getitem__, _SIZES))
                style.__dict__[_PLACE] = sizes, {name: box.__dict__[name] for name in _USED}
            return
        sizes, used = known
        if tuple(map(style.__getitem__, _SIZES)) == sizes:
            box.__dict__.update(used)
        else:
            original(box, containing_block)

    return resolve_percentages


resolve_percentages: Final = around_percentages(percent.resolve_percentages)


def _is_fixed(style: Any) -> bool:
    """Whether no length of a style depends on what the box stands in."""
    lengths = (style[name] for name in _USED if not name.startswith("border"))
    return style["border_collapse"] != "collapse" and all(map(_is_length, lengths))


def _is_length(value: Any) -> bool:
    return value in ("auto", inf) or getattr(value, "unit", None) == "px"
