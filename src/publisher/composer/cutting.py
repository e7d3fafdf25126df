"""A note cut in two: the part that stays on the page, and the part that goes on to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout.block import block_level_layout

FEWEST: Final = 2
"""Lines of a note that stay together on either side of a cut."""


@dataclass
class Split:
    """A note that was cut, and its two parts."""

    note: Any
    head: Any
    tail: Any


def cut_to(context: Any, footnote: Any, room: float) -> Split | None:
    """Cut the last note of the page so that the notes take no more than the room; None where that cannot be."""
    laid = build.create_anonymous_boxes(context.current_footnote_area.deepcopy())
    area = block_level_layout(context, laid, float("-inf"), None, context.current_footnote_area.page)[0]
    lines = list(_lines(area.children[-1])) if area is not None else []
    if len(lines) < 2 * FEWEST:
        return None
    below = area.position_y + area.margin_height() - (lines[-1].position_y + lines[-1].height)
    fitting = [i for i, line in enumerate(lines) if line.position_y + line.height - area.position_y + below <= room]
    kept = min(len(fitting), len(lines) - FEWEST)
    if kept < FEWEST:
        return None
    source = next((found for box in lines[kept].descendants() if (found := _source(box))), None)
    if source is None:
        return None
    head, tail = _parts(footnote, *source)
    return None if head is None or tail is None else Split(footnote, _going_on(head), _continued(tail))


def _lines(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.LineBox):
            yield child
        elif isinstance(child, boxes.BlockContainerBox):
            yield from _lines(child)


def _source(box: Any) -> tuple[Any, int] | None:
    """Return the text box of the note that a laid-out piece comes from, and where it starts in it."""
    raw = box.__dict__.get("_composer_raw")
    place = box.__dict__.get("_composer_place")
    if raw is None or place is None or not raw.text.endswith(place[0]):
        return None
    return raw, len(raw.text) - len(place[0]) + place[1]


def _parts(box: Any, text: Any, at: int) -> tuple[Any, Any]:
    """Return copies of what stands in a box before and after a character of one of its text boxes."""
    if box is text:
        before, after = box.text[:at].rstrip(" "), box.text[at:].lstrip(" ")
        return (box.copy_with_text(before) if before else None, box.copy_with_text(after) if after else None)
    if not isinstance(box, boxes.ParentBox):
        return None, None
    children = list(box.children)
    for i, child in enumerate(children):
        if any(found is text for found in child.descendants()):
            head, tail = _parts(child, text, at)
            before = [*children[:i], *filter(None, (head,))]
            after = [*filter(None, (tail,)), *children[i + 1 :]]
            return (
                box.copy_with_children(before) if before else None,
                box.copy_with_children(after) if after else None,
            )
    return None, None


def _going_on(head: Any) -> Any:
    """Let the last line of a part that goes on be filled like any other."""
    for box in _last_blocks(head):
        box.style = box.style.copy()
        if box.style["text_align_all"] == "justify":
            box.style["text_align_last"] = "justify"
        box.style["__composer_goes_on"] = True
    return head


def _continued(tail: Any) -> Any:
    """Take off what a note has at its start only: indent, margin, anchor."""
    for box in _first_blocks(tail):
        box.style = box.style.copy()
        box.style["text_indent"] = Dimension(0, "px")
        box.style["margin_top"] = Dimension(0, "px")
        box.style["anchor"] = None
    return tail


def _last_blocks(box: Any) -> Iterator[Any]:
    while isinstance(box, boxes.BlockLevelBox):
        yield box
        box = box.children[-1] if box.children else None


def _first_blocks(box: Any) -> Iterator[Any]:
    while isinstance(box, boxes.BlockLevelBox):
        yield box
        box = box.children[0] if box.children else None
