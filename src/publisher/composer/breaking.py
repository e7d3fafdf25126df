"""Lines one after another: which of them the composer sets and which are left to WeasyPrint."""

from collections.abc import Callable
from functools import partial
from math import inf
from typing import Any

from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.inline import atomic_box

from publisher.composer.lengths import resolve_percentages
from publisher.composer.lines import Line, make_line
from publisher.composer.paragraph import Paragraph
from publisher.composer.state import Typesetting, typesetting_of
from publisher.composer.units import Unfit


def around_next_line(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.inline.get_next_linebox`."""

    def next_line(
        context: Any, linebox: Any, position_y: float, bottom_space: float, skip_stack: Any, containing_block: Any,
        absolute_boxes: Any, fixed_boxes: Any, first_letter_style: Any, first_line_style: Any,
    ) -> Any:  # fmt: skip
        typesetting = typesetting_of(context)
        reason = "off"
        if typesetting is not None and typesetting.compose:
            try:
                paragraph = _paragraph(
                    typesetting, context, linebox, containing_block, first_letter_style or first_line_style
                )
                make_atom = partial(
                    _atom, context, containing_block=containing_block, absolute=absolute_boxes, fixed=fixed_boxes
                )
                return _composed(
                    typesetting, paragraph, context, linebox, position_y, skip_stack, containing_block, make_atom
                )
            except Unfit as unfit:
                reason = str(unfit)
        arguments = (
            context, linebox, position_y, bottom_space, skip_stack, containing_block, absolute_boxes, fixed_boxes,
            first_letter_style, first_line_style,
        )  # fmt: skip
        if typesetting is None:
            return original(*arguments)
        typesetting.report.fall_back(reason)
        return _stock_line(original, *arguments)

    return next_line


def _paragraph(
    typesetting: Typesetting, context: Any, linebox: Any, containing_block: Any, special_style: Any
) -> Paragraph:
    """Return the paragraph of a line box, read again when its content has changed."""
    if special_style:
        raise Unfit("::first-letter or ::first-line")
    kept = linebox.__dict__.get("_composer_paragraph")
    if kept is None or not kept.is_of(linebox):
        kept = linebox._composer_paragraph = Paragraph(typesetting, context, linebox, containing_block)
        kept.is_counted = linebox.__dict__.get("_composer_counted", False)
        if linebox.style["overflow_wrap"] != "normal" and any(u.width > containing_block.width for u in kept.units):
            kept.unfit = "a word wider than the line"
    if kept.unfit:
        raise Unfit(kept.unfit)
    return kept


def _composed(
    typesetting: Typesetting, paragraph: Paragraph, context: Any, linebox: Any, position_y: float, skip_stack: Any,
    containing_block: Any, make_atom: Callable[[Any, float], Any],
) -> Any:  # fmt: skip
    """Return the next line of a paragraph and where the one after it starts."""
    if not paragraph.units:
        raise Unfit("nothing to set")
    first = paragraph.unit_at(skip_stack)
    if first >= len(paragraph.units):
        return None, None
    facts = paragraph.facts
    linebox.position_y = position_y
    linebox.width = paragraph.units[first].width if context.excluded_shapes else 0
    linebox.height = facts.line_height if context.excluded_shapes else 0
    while True:
        x, y, room = avoid_collisions(context, linebox, containing_block, outer=False)
        indent = linebox.text_indent
        is_planned = room == containing_block.width and linebox.style["text_align_all"] == "justify"
        end = paragraph.line_end(first, room, indent, is_planned)
        start = x - indent if paragraph.direction == "rtl" else x + indent
        line = make_line(typesetting, paragraph, linebox, first, end, Line(start, y, room - indent, make_atom))
        if not context.excluded_shapes or line.height <= linebox.height:
            break
        linebox.height = line.height  # a tall line may meet a float that a plain one does not
    linebox.position_x = x
    linebox.position_y = y
    line.__dict__.pop("_composer_paragraph", None)
    resume_at = paragraph.resume_at(end)
    if resume_at is None:
        # Set to its end: let go of it, to be read again (and not counted again) should it be laid out again.
        linebox.__dict__.pop("_composer_paragraph", None)
        linebox._composer_counted = True
    return line, resume_at


def _atom(context: Any, box: Any, x: float, containing_block: Any, absolute: Any, fixed: Any) -> Any:
    """Lay out an image or a block of the line with its left edge at x."""
    resolve_percentages(box, containing_block)
    made = atomic_box(context, box, x, None, containing_block, absolute, fixed)
    made.position_x = x
    return made


def _stock_line(original: Callable[..., Any], context: Any, linebox: Any, *rest: Any) -> Any:
    """Let WeasyPrint make the line, once, and put its indent on the side where the line starts."""
    is_rtl = linebox.style["direction"] == "rtl"
    indent = linebox.text_indent
    # WeasyPrint takes a right-to-left line for moved whenever it has a width, and lays it out a second time.
    # Where no float can push the line there is nothing to try again.
    first_line_style = rest[-1]
    linebox._is_free = is_rtl and not context.excluded_shapes and first_line_style is None
    line, resume_at = original(context, linebox, *rest)
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
