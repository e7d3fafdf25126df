"""A line box made from a paragraph's units: words in visual order, both edges exact, boxes as WeasyPrint expects them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from publisher.composer.justify import Justified, justified, natural
from publisher.composer.late import LateLayout
from publisher.composer.linetree import Made, stand, tree_of
from publisher.composer.measure import Run
from publisher.composer.paragraph import Paragraph
from publisher.composer.setting import Setting, stretches_of, visual_order
from publisher.composer.state import LOOSE, Typesetting
from publisher.composer.units import ATOM, BREAK, EDGE, FIXED_SPACE, NOTHING, SPACE, WORD, Leaf, Token


@dataclass(slots=True)
class Item:
    """A run, a space, an image or an edge of a line."""

    leaf: Leaf
    start: int
    end: int
    level: int
    run: Run | None
    width: float


@dataclass
class Line:
    """Where a line goes. Lengths are CSS pixels."""

    x: float
    """The start edge: the right one of a right-to-left line."""
    y: float
    measure: float
    """Room along the line, the indent taken off."""
    make_atom: Callable[[Any, float], Any]
    """Lays out an image or block of the line at its left edge."""


def make_line(typesetting: Typesetting, paragraph: Paragraph, linebox: Any, first: int, end: int, place: Line) -> Any:
    """Return the laid-out line of units `first` to `end`."""
    units = paragraph.units
    tokens = [t for t in paragraph.tokens[units[first].first : units[end - 1].end] if t.kind != BREAK]
    is_last = end == len(units) or units[end - 1].is_forced
    is_cut = paragraph.goes_on and end == len(units)
    align = _alignment(linebox.style, is_last, is_filled_up=is_cut or not paragraph.goes_on)
    filled = _filled(typesetting, paragraph, tokens, first, end, place.measure, align, is_last)
    offset = place.measure - filled.width
    shift = {"center": offset / 2, "end": offset}.get(align, 0.0)
    is_rtl = paragraph.direction == "rtl"
    left = place.x - shift - filled.width if is_rtl else place.x + shift
    made = _boxes(paragraph, _items(tokens, filled), filled.extra, left, place)
    line = linebox.copy_with_children(tree_of(linebox, made, 0))
    line.position_x = left
    line.width = filled.width
    stand(typesetting, paragraph, line, made, place.y)
    return line


def _alignment(style: Any, is_last: bool, *, is_filled_up: bool) -> str:
    """Return `start`, `end`, `center` or `justify`.

    Of a note's part that goes on over the page, only the very last line is filled up (`text-align-last` is set for it);
    a line that ends a paragraph within it is not.
    """
    align = style["text_align_all"]
    if is_last and is_filled_up and style["text_align_last"] != "auto":
        align = style["text_align_last"]
    elif align == "justify" and (is_last or style["white_space"] in ("pre", "pre-wrap")):
        align = "start"
    if align in ("left", "right"):
        return "start" if (align == "left") == (style["direction"] == "ltr") else "end"
    return str(align)


def _filled(
    typesetting: Typesetting,
    paragraph: Paragraph,
    tokens: list[Token],
    first: int,
    end: int,
    measure: float,
    align: str,
    is_last: bool,
) -> Justified:
    """Return how the line is filled, worked out once for a measure."""
    key = (first, end, measure, align)
    filled = paragraph.settings.get(key)
    if filled is None:
        above = paragraph.kashidas.get(first, [])
        if align == "justify":
            policy = paragraph.verse if is_last else paragraph.policy
            filled = justified(paragraph, tokens, measure, policy, above)
        else:
            filled = natural(tokens)
            if filled.width > measure:
                filled = (
                    justified(paragraph, tokens, measure, paragraph.policy, above)
                    if _may_shrink(filled, tokens, measure)
                    else filled
                )
        paragraph.settings[key] = filled
        space = (paragraph.facts.space + filled.extra) / paragraph.facts.size if filled.extra else 0.0
        text = "".join(t.leaf.text[t.start : t.end] for t in tokens) if space > LOOSE else ""
        if not paragraph.is_counted:
            typesetting.report.line(text, space, len(filled.stretched))
    paragraph.kashidas[end] = filled.middles
    return filled


def _may_shrink(filled: Justified, tokens: list[Token], measure: float) -> bool:
    """Whether a line that is a little too wide can be brought in by its spaces (the last line of a plan)."""
    give = sum(t.width for t in tokens if t.kind in (SPACE, FIXED_SPACE)) * 0.16
    return filled.width - measure <= give


def _items(tokens: list[Token], filled: Justified) -> list[Item]:
    """Return the runs, spaces, images and edges of a line in logical order."""
    items = []
    for i, token in enumerate(tokens):
        leaf = token.leaf
        if token.kind in (SPACE, FIXED_SPACE):
            items.append(Item(leaf, token.start, token.end, token.level, None, token.width + filled.extra))
        elif leaf.kind != WORD:
            items.append(Item(leaf, 0, 0, token.level, None, token.width))
        elif (run := filled.stretched.get(i)) is not None:
            items.append(Item(leaf, token.start, token.end, 1, run, run.width * leaf.facts.size))
        elif token.kind == WORD:
            start = token.start
            levels = token.word.levels
            for n, part in enumerate(token.word.runs):
                end = start + len(part.text)
                items.append(Item(leaf, start, end, levels[n] if levels else 1, part, part.width * leaf.facts.size))
                start = end
    return items


def _boxes(paragraph: Paragraph, items: list[Item], extra: float, left: float, place: Line) -> list[Made]:
    """Return the boxes of a line in logical order, in their places."""
    places = [0] * len(items)
    xs = [0.0] * len(items)
    x = left
    for n, i in enumerate(visual_order([item.level for item in items])):
        places[i] = n
        xs[i] = x
        x += items[i].width
    made: list[Made] = []
    before = ""
    for group in _groups(items, places):
        first = items[group[0]]
        leaf = first.leaf
        x = min(xs[i] for i in group)
        if leaf.kind == EDGE:
            continue
        if leaf.kind == ATOM:
            made.append(Made(leaf, place.make_atom(leaf.box, x), 0, 0))
        elif leaf.kind == NOTHING:
            empty = leaf.box.copy_with_children([])
            empty.position_x = x
            empty.width = 0
            made.append(Made(leaf, empty, 0, 0))
        else:
            stretches = stretches_of([(items[i].run, items[i].level, xs[i] - x, items[i].width) for i in group])
            box = _text_box(paragraph, [items[i] for i in group], x, extra, place.measure)
            facts = leaf.facts
            box._composer_setting = Setting(stretches, facts.space + extra, facts.size, facts.type.face, before)
            before = stretches[-1].kind
            made.append(Made(leaf, box, first.start, items[group[-1]].end))
    return made


def _groups(items: list[Item], places: list[int]) -> list[list[int]]:
    """Gather the items of one text box that stand side by side."""
    groups: list[list[int]] = []
    for i, item in enumerate(items):
        if groups and items[groups[-1][0]].leaf is item.leaf and item.leaf.text:
            groups[-1].append(i)
        else:
            groups.append([i])
    whole = []
    for group in groups:
        seen = [places[i] for i in group]
        if max(seen) - min(seen) + 1 == len(group):
            whole.append(group)
        else:
            whole += _side_by_side(group, places)
    return whole


def _side_by_side(group: list[int], places: list[int]) -> list[list[int]]:
    """Split the items of a text box where another box stands between them."""
    parts = [[group[0]]]
    for i in group[1:]:
        if abs(places[i] - places[parts[-1][-1]]) == 1:
            parts[-1].append(i)
        else:
            parts.append([i])
    return parts


def _text_box(paragraph: Paragraph, items: list[Item], x: float, extra: float, measure: float) -> Any:
    """Return a piece of a text box in its place."""
    leaf = items[0].leaf
    facts = leaf.facts
    text = leaf.text[items[0].start : items[-1].end]
    box = leaf.box.copy_with_text(text)
    box.position_x = x
    box.width = sum([item.width for item in items])
    box.height = facts.height
    box.margin_top = box.margin_bottom = facts.half_leading
    box.baseline = facts.baseline
    box.justification_spacing = extra
    box._composer_place = (leaf.text, items[0].start)
    box.pango_layout = LateLayout(text, box.style, measure, paragraph.direction == "rtl", extra)
    return box
