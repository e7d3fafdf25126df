"""How wide a paragraph wants to be: the widths that tables, floats and flex boxes ask for, by the composer's measures.

They must be the very widths that its lines have, or a line that was promised its room would be broken.
"""

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.preferred import adjust

from publisher.composer.paragraph import Paragraph
from publisher.composer.state import typesetting_of
from publisher.composer.units import Unfit


def around_least(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.preferred.inline_min_content_width`."""

    def inline_min_content_width(
        context: Any,
        box: Any,
        outer: bool = True,
        skip_stack: Any = None,
        first_line: bool = False,
        is_line_start: bool = False,
    ) -> Any:
        paragraph = None if first_line or skip_stack else _paragraph(context, box)
        if paragraph is None:
            return original(context, box, outer, skip_stack, first_line, is_line_start)
        return adjust(box, outer, max(unit.width for unit in paragraph.units) + max(0.0, _indent(box)))

    return inline_min_content_width


def around_most(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.preferred.inline_max_content_width`."""

    def inline_max_content_width(context: Any, box: Any, outer: bool = True, is_line_start: bool = False) -> Any:
        paragraph = _paragraph(context, box)
        if paragraph is None:
            return original(context, box, outer, is_line_start)
        widths = paragraph.unbroken_widths()
        widths[0] += _indent(box)
        return adjust(box, outer, max(widths))

    return inline_max_content_width


def _indent(box: Any) -> float:
    indent = box.style["text_indent"]
    return float(indent.value) if getattr(indent, "unit", "%") == "px" else 0.0


def _paragraph(context: Any, box: Any) -> Paragraph | None:
    """Return the paragraph of a line box whose widths do not depend on the block around it."""
    typesetting = typesetting_of(context)
    if typesetting is None or not typesetting.compose or type(box) is not boxes.LineBox:
        return None
    kept = box.__dict__.get("_composer_paragraph")
    if kept is None or not kept.is_of(box):
        try:
            kept = Paragraph(typesetting, context, box, (0, 0))
        except Unfit:
            return None
        if kept.needs_block:
            return None
        box._composer_paragraph = kept
    return kept if kept.units and not kept.unfit and not kept.needs_block else None
