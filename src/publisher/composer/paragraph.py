"""A paragraph read once: its text boxes, words and spaces, the units that no line may break, and its plans.

It is kept on WeasyPrint's line box, whole as it is before layout, and found again for every line of it.
"""

from bisect import bisect_left
from typing import Any, Final

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box

from publisher.bidi import levels as levels_of
from publisher.composer.breaks import Material, greedy, plan
from publisher.composer.lengths import resolve_percentages
from publisher.composer.measure import NO_WORD, PLAIN
from publisher.composer.setting import TOKEN
from publisher.composer.state import Typesetting
from publisher.composer.stretch import POLICIES, VERSE, Policy
from publisher.composer.styles import UNCOMPOSED, facts_of
from publisher.composer.units import (
    ATOM,
    BREAK,
    CUT,
    EDGE,
    FIXED_SPACE,
    NOTHING,
    SPACE,
    WORD,
    Leaf,
    Token,
    Unfit,
    Unit,
    mark_joined,
    units_of,
)

_ROOM: Final = ("margin_left", "margin_right", "padding_left", "padding_right")
_OBJECT: Final = "\ufffc"
_KINDS: Final = {" ": SPACE, "\u00a0": FIXED_SPACE, "\u200b": CUT, "\n": BREAK}
_OPEN: Final = {"rtl": "\u2067", "ltr": "\u2066"}
_CLOSE: Final = "\u2069"


class Paragraph:
    """What the composer knows of one paragraph."""

    def __init__(self, typesetting: Typesetting, context: Any, linebox: Any, containing_block: Any) -> None:
        self._context = context
        self.is_counted = False
        """Its lines are in the report already."""
        self.goes_on = bool(linebox.style["__composer_goes_on"])
        """The paragraph is the first part of one that goes on on the next page."""
        self.needs_block = False
        """Whether a width in it depends on the block around it."""
        self.unfit = ""
        """Why the paragraph is left to WeasyPrint; empty when it is not."""
        self.children = linebox.children
        self.facts = facts_of(typesetting, linebox.style)
        self.direction = self.facts.direction
        self.base_level = 1 if self.direction == "rtl" else 0
        self.leaves: list[Leaf] = []
        self.tokens: list[Token] = []
        self.units: list[Unit] = []
        try:
            self._read_all(typesetting, linebox, containing_block)
        except Unfit as unfit:
            self.unfit = str(unfit)
            if self.unfit == UNCOMPOSED:
                _tell_faces(typesetting, linebox)
        del self._context
        self.starts = [self._key(unit) for unit in self.units]
        self._plans: dict[tuple[float, float, int], dict[int, int]] = {}
        self.settings: dict[Any, Any] = {}
        """Lines that were justified already."""
        self.kashidas: dict[int, list[float]] = {}
        """Where the kashidas of the line before a unit stand, from the line's start."""

    def is_of(self, linebox: Any) -> bool:
        """Whether the paragraph is still that of a line box."""
        is_same = self.children is linebox.children
        return is_same and all(leaf.box.text is leaf.text for leaf in self.leaves if leaf.kind == WORD)

    def _read_all(self, typesetting: Typesetting, linebox: Any, block: Any) -> None:
        if self.facts.unfit:
            raise Unfit(self.facts.unfit)
        text: list[str] = []
        self._collect(typesetting, linebox, (), block, text, 0)
        self.levels = self._levels("".join(text))
        for leaf in self.leaves:
            self._read(leaf)
        mark_joined(self.tokens)
        self.units = units_of(self.tokens)

    def unbroken_widths(self) -> list[float]:
        """Return the widths of the lines when only forced breaks break them."""
        widths = []
        width = 0.0
        for unit in self.units:
            width += unit.width
            if unit.is_forced:
                widths.append(width)
                width = 0.0
            else:
                width += unit.space
        return widths if not width else [*widths, width - self.units[-1].space]

    def _collect(
        self, typesetting: Typesetting, box: Any, path: tuple[int, ...], block: Any, text: list[str], at: int
    ) -> int:
        """Find the leaves of a box; return where the next text starts."""
        for i, child in enumerate(box.children):
            if not child.is_in_normal_flow():
                raise Unfit("something floated or positioned in the line")
            own = (*path, i)
            if isinstance(child, boxes.TextBox):
                facts = facts_of(typesetting, child.style)
                if facts.unfit:
                    raise Unfit(facts.unfit)
                resolve_percentages(child, block)
                self.leaves.append(Leaf(child, own, facts, child.text, at))
                text.append(child.text)
                at += len(child.text)
            elif type(child) is boxes.InlineBox and not child.is_leader:
                facts = facts_of(typesetting, child.style)
                edges = _edges(child, block)
                self.needs_block = self.needs_block or _has_edges(child.style)
                isolate = _isolate(child, box)
                text.append(isolate)
                at += len(isolate)
                if edges[0]:
                    self.leaves.append(Leaf(child, own, facts, "", at, EDGE, edges[0]))
                if not child.children:
                    self.leaves.append(Leaf(child, own, facts, "", at, NOTHING))
                at = self._collect(typesetting, child, own, block, text, at)
                if edges[1]:
                    self.leaves.append(Leaf(child, own, facts, "", max(0, at - 1), EDGE, edges[1]))
                if isolate:
                    text.append(_CLOSE)
                    at += 1
            elif isinstance(child, boxes.AtomicInlineLevelBox):
                self.needs_block = True
                resolve_percentages(child, block)
                atom = atomic_box(self._context, child, 0, None, block, [], [])
                facts = facts_of(typesetting, child.style)
                self.leaves.append(Leaf(child, own, facts, "", at, ATOM, atom.margin_width()))
                text.append(_OBJECT)
                at += 1
            else:
                raise Unfit("a leader" if child.is_leader else f"an {type(child).__name__} in the line")
        return at

    def _levels(self, text: str) -> bytes:
        """Return the level of each character; nothing where all of them run right to left as the paragraph does."""
        if self.direction == "rtl" and PLAIN.fullmatch(text):
            return b""
        return levels_of(text, self.direction)

    def _read(self, leaf: Leaf) -> None:
        """Cut a leaf into tokens."""
        facts = leaf.facts
        if leaf.kind != WORD:
            level = self.levels[leaf.offset] if leaf.offset < len(self.levels) else self.base_level
            self.tokens.append(Token(leaf.kind, leaf, 0, 0, level, NO_WORD, leaf.width))
            return
        white_space = leaf.box.style["white_space"]
        if white_space == "pre-wrap" and " " in leaf.text.strip(" "):
            raise Unfit("white-space: pre-wrap")
        is_wrapping = white_space not in ("nowrap", "pre", "pre-wrap")
        for match in TOKEN.finditer(leaf.text):
            start, end = match.span()
            kind = _KINDS.get(match[0], WORD)
            at = leaf.offset + start
            levels = self.levels[at : at + end - start]
            if kind == WORD:
                word = facts.type.word(match[0], b"" if set(levels) == {1} else levels)
                if word is None:
                    raise Unfit(UNCOMPOSED if facts.type.uncomposed(match[0]) else "a character that the face lacks")
                self.tokens.append(Token(WORD, leaf, start, end, 0, word, word.width * facts.size))
                continue
            if kind == SPACE and not is_wrapping:
                kind = FIXED_SPACE
            width = facts.space if kind in (SPACE, FIXED_SPACE) else 0.0
            self.tokens.append(Token(kind, leaf, start, end, levels[0] if levels else 1, NO_WORD, width))

    def _key(self, unit: Unit) -> tuple[int, ...]:
        """Return where a unit starts, as WeasyPrint's skip stacks say it: indices, then a byte offset."""
        token = self.tokens[unit.first]
        if token.leaf.kind != WORD:
            return token.leaf.path
        return (*token.leaf.path, len(token.leaf.text[: token.start].encode()))

    def unit_at(self, skip_stack: Any) -> int:
        """Return the unit where a line starts that WeasyPrint wants from a skip stack."""
        key = []
        while skip_stack:
            ((index, skip_stack),) = skip_stack.items()
            key.append(index)
        return bisect_left(self.starts, tuple(key)) if key else 0

    def resume_at(self, unit: int) -> Any:
        """Return the skip stack of a unit, or None after the last."""
        if unit >= len(self.units):
            return None
        stack: Any = None
        for index in reversed(self.starts[unit]):
            stack = {index: stack}
        return stack

    def _stretch_end(self, unit: int) -> int:
        """Return the unit after the next forced break."""
        while unit < len(self.units):
            unit += 1
            if self.units[unit - 1].is_forced:
                break
        return unit

    def line_end(self, unit: int, measure: float, indent: float, is_planned: bool) -> int:
        """Return the unit after the line that starts with `unit`."""
        if not is_planned:
            end = self._stretch_end(unit)
            return unit + greedy(self._material(unit, end, measure, indent))[0]
        key = (measure, indent, unit)
        plans = self._plans
        for known, ends in plans.items():
            if known[0] == measure and unit in ends and (known[1] == indent or known[2] != unit):
                return ends[unit]
        end = self._stretch_end(unit)
        ends = {}
        start = unit
        for line_end in plan(self._material(unit, end, measure, indent)):
            ends[start] = unit + line_end
            start = unit + line_end
        plans[key] = ends
        return ends[unit]

    def _material(self, start: int, end: int, measure: float, indent: float) -> Material:
        units = self.units[start:end]
        facts = self.facts
        return Material(
            [unit.width for unit in units],
            [unit.space for unit in units],
            [unit.is_stretchable for unit in units],
            measure,
            indent,
            facts.space,
            self.policy.preferred * facts.size if facts.type.tatweel else 0.0,
            self.policy,
        )

    @property
    def policy(self) -> Policy:
        """How the paragraph's lines are stretched."""
        return POLICIES[self.facts.kashida]

    @property
    def verse(self) -> Policy:
        """How a line is stretched that must fill its measure though it is the last."""
        if self.goes_on:
            return self.policy
        return POLICIES["none"] if self.facts.kashida == "none" else VERSE


def _tell_faces(typesetting: Typesetting, linebox: Any) -> None:
    """Put into the report the faces for which a paragraph cannot be composed."""
    for box in linebox.descendants():
        if isinstance(box, boxes.TextBox) and box.style["font_size"]:
            for face in facts_of(typesetting, box.style).type.uncomposed(box.text):
                typesetting.report.faces_left[face.name] = face.obstacle


def _has_edges(style: Any) -> bool:
    """Whether an inline box has a margin or padding along the line."""
    return any(getattr(style[name], "value", 1) for name in _ROOM)


def _edges(box: Any, block: Any) -> tuple[float, float]:
    """Return the room that an inline box takes along the line before and after its content."""
    resolve_percentages(box, block)
    if box.style["box_decoration_break"] == "clone":
        raise Unfit("box-decoration-break: clone")
    for side in ("left", "right"):
        if getattr(box, f"margin_{side}") == "auto":
            setattr(box, f"margin_{side}", 0)
    left = box.margin_left + box.border_left_width + box.padding_left
    right = box.margin_right + box.border_right_width + box.padding_right
    return (right, left) if box.style["direction"] == "rtl" else (left, right)


def _isolate(box: Any, parent: Any) -> str:
    """Return the control that opens an inline box whose direction is its own."""
    direction = box.style["direction"]
    element = box.element
    is_own = element is not None and "::" not in box.element_tag and (element.get("dir") or element.tag == "bdi")
    return _OPEN[direction] if direction != parent.style["direction"] or is_own else ""
