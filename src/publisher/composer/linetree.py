"""The pieces of a line put back into the inline boxes around them, and set on the baseline."""

from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import line_box_verticality

from publisher.composer.paragraph import Paragraph
from publisher.composer.state import Typesetting
from publisher.composer.styles import Facts, facts_of
from publisher.composer.units import WORD, Leaf


@dataclass
class Made:
    """A box of the line, the leaf that it is a piece of, and which characters."""

    leaf: Leaf
    box: Any
    start: int
    end: int


def tree_of(parent: Any, made: list[Made], depth: int) -> list[Any]:
    """Put boxes back into copies of the inline boxes around them."""
    children = []
    at = 0
    while at < len(made):
        path = made[at].leaf.path
        if len(path) == depth + 1:
            children.append(made[at].box)
            at += 1
            continue
        end = at + 1
        while end < len(made) and made[end].leaf.path[depth] == path[depth]:
            end += 1
        children.append(_inline_box(parent.children[path[depth]], made[at:end], depth + 1))
        at = end
    return children


def _inline_box(box: Any, made: list[Made], depth: int) -> Any:
    """Return the piece of an inline box that stands on the line."""
    children = tree_of(box, made, depth)
    new = box.copy_with_children(children)
    new.remove_decoration(start=not _is_start(made[0], depth), end=not _is_end(box, made[-1], depth))
    left = min(child.position_x for child in children)
    new.width = max(child.position_x + child.margin_width() for child in children) - left
    new.position_x = left - new.margin_left - new.border_left_width - new.padding_left
    return new


def _is_start(made: Made, depth: int) -> bool:
    return not any(made.leaf.path[depth:]) and made.start == 0


def _is_end(box: Any, made: Made, depth: int) -> bool:
    for index in made.leaf.path[depth:]:
        if index != len(box.children) - 1:
            return False
        box = box.children[index]
    return not made.leaf.text[made.end :].strip(" ")


def stand(typesetting: Typesetting, paragraph: Paragraph, line: Any, made: list[Made], y: float) -> None:
    """Put the boxes of a line on its baseline, and the line at its height on the page."""
    _lead(typesetting, line)
    facts = paragraph.facts
    if all(_is_plain(piece.leaf, facts) for piece in made):
        for child in line.children:
            child.position_y = y
        line.baseline = facts.baseline
        line.height = facts.line_height
    else:
        for child in line.children:
            _lead_inside(typesetting, child)
        bottom, top = line_box_verticality(line)
        line.baseline = -top
        line.position_y = top
        line.height = bottom - top
        line.translate(0, y - top)
    line.position_y = y
    line.margin_top = line.margin_bottom = 0


def _is_plain(leaf: Leaf, facts: Facts) -> bool:
    """Whether a piece stands in the line as the line itself does."""
    own = leaf.facts
    return (
        leaf.kind == WORD
        and len(leaf.path) == 1
        and own.line_height == facts.line_height
        and own.baseline == facts.baseline
    )


def _lead_inside(typesetting: Typesetting, box: Any) -> None:
    if isinstance(box, boxes.InlineBox):
        _lead(typesetting, box)
        for child in box.children:
            _lead_inside(typesetting, child)


def _lead(typesetting: Typesetting, box: Any) -> None:
    """Give a box its line height (as `layout.inline._adjust_line_height` does)."""
    facts = facts_of(typesetting, box.style)
    box.baseline = facts.baseline
    box.height = facts.size
    half_leading = (facts.line_height - facts.size) / 2
    box.margin_top = half_leading - box.border_top_width - box.padding_top
    box.margin_bottom = half_leading - box.border_bottom_width - box.padding_bottom
