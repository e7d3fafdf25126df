"""The inline content of a block as one flat text, and stretches of it wrapped in new elements.

What is opaque (its direction is already given, or it is no text) stands as U+FFFC.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from lxml import etree

from publisher.direction.elements import is_opaque

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type
OBJECT = "\ufffc"


@dataclass(slots=True)
class Piece:
    """A stretch of text with one parent: the text of an element or the tail of one."""

    owner: Element
    is_tail: bool
    start: int
    """First code point in the flat text."""
    text: str

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.start + len(self.text)

    def set(self, text: str | None) -> None:
        """Replace the stretch in the tree."""
        if self.is_tail:
            self.owner.tail = text
        else:
            self.owner.text = text

    @property
    def parent(self) -> Element:
        """The element whose child the text is."""
        parent = self.owner.getparent() if self.is_tail else self.owner
        assert parent is not None  # noqa: S101 - a tail has a parent
        return parent


@dataclass(slots=True)
class Flat:
    """A block's own text and where each stretch of it lies."""

    block: Element
    text: str
    pieces: list[Piece]

    def pieces_between(self, start: int, end: int) -> list[Piece]:
        """Return the pieces that hold any of [start, end)."""
        return [p for p in self.pieces if p.start < end and p.end > start]


def flatten(block: Element) -> Flat:
    """Return the inline content of a block as one text."""
    pieces: list[Piece] = []
    parts: list[str] = []
    at = 0
    for owner, is_tail, text in _stretches(block):
        if owner is None:
            parts.append(OBJECT)
            at += 1
        elif text:
            pieces.append(Piece(owner, is_tail, at, text))
            parts.append(text)
            at += len(text)
    return Flat(block, "".join(parts), pieces)


def _stretches(element: Element) -> Iterator[tuple[Element | None, bool, str]]:
    yield element, False, element.text or ""
    for child in element:
        if not isinstance(child.tag, str) or is_opaque(child):
            yield None, False, ""
        else:
            yield from _stretches(child)
        yield child, True, child.tail or ""


def wrap(flat: Flat, ranges: Sequence[tuple[int, int, Element]]) -> None:
    """Wrap stretches of a flat text, last first, each in a copy of the element given."""
    for start, end, model in sorted(ranges, key=lambda r: -r[0]):
        inside = flat.pieces_between(start, end)
        if len(inside) == 1 and OBJECT not in flat.text[start:end]:
            _wrap_in_piece(inside[0], start, end, model)
        elif inside:
            _wrap_across(flat.block, start, end, model)
            # Ranges before this one find the piece that it began in cut short.
            inside[0].text = inside[0].text[: max(0, start - inside[0].start)]


def _wrap_in_piece(piece: Piece, start: int, end: int, model: Element) -> None:
    text = piece.text
    before, within, after = (
        text[: start - piece.start],
        text[start - piece.start : end - piece.start],
        text[end - piece.start :],
    )
    element = copy(model)
    element.text = within
    element.tail = after or None
    if piece.is_tail:
        parent = piece.parent
        parent.insert(parent.index(piece.owner) + 1, element)
    else:
        piece.owner.insert(0, element)
    piece.set(before or None)
    piece.text = before


def _wrap_across(block: Element, start: int, end: int, model: Element) -> None:
    """Wrap a stretch that crosses elements, splitting those it covers in part."""
    parent, low, high = block, start, end
    while (inner := _child_holding(parent, low, high)) is not None:
        parent, low, high = inner
    _split(parent, high)
    _split(parent, low)
    element = copy(model)
    before, rest = _cut(_atoms(parent), low)
    within, after = _cut(rest, high - low)
    _fill(element, within)
    _fill(parent, [*before, element, *after])


Atom = Element | str
"""A child without its tail, or a stretch of text."""


def _atoms(parent: Element) -> list[Atom]:
    atoms: list[Atom] = [parent.text or ""]
    for child in parent:
        atoms += (child, child.tail or "")
    return atoms


def _cut(atoms: list[Atom], at: int) -> tuple[list[Atom], list[Atom]]:
    """Cut a run of atoms at an offset that does not fall inside a child."""
    seen = 0
    for index, atom in enumerate(atoms):
        size = len(atom) if isinstance(atom, str) else _length(atom)
        if seen + size > at or (seen + size == at and not isinstance(atom, str) and size):
            if isinstance(atom, str):
                return [*atoms[:index], atom[: at - seen]], [atom[at - seen :], *atoms[index + 1 :]]
            if seen + size == at:
                return atoms[: index + 1], atoms[index + 1 :]
            return atoms[:index], atoms[index:]
        seen += size
    return atoms, []


def _fill(parent: Element, atoms: list[Atom]) -> None:
    """Make atoms the whole content of an element."""
    for child in list(parent):
        parent.remove(child)
    parent.text = None
    last: Element | None = None
    for atom in atoms:
        if not isinstance(atom, str):
            atom.tail = None
            parent.append(atom)
            last = atom
        elif atom and last is None:
            parent.text = (parent.text or "") + atom
        elif atom and last is not None:
            last.tail = (last.tail or "") + atom


def _child_holding(parent: Element, low: int, high: int) -> tuple[Element, int, int] | None:
    """Return the child that holds the whole stretch, with the stretch in its own count."""
    at = len(parent.text or "")
    for child in parent:
        size = _length(child)
        if at <= low and high <= at + size and isinstance(child.tag, str) and not is_opaque(child):
            return child, low - at, high - at
        at += size + len(child.tail or "")
    return None


def _length(element: Element) -> int:
    if not isinstance(element.tag, str) or is_opaque(element):
        return 1
    return len(element.text or "") + sum(_length(c) + len(c.tail or "") for c in element)


def _split(parent: Element, at: int) -> None:
    """Make the offset fall between children of the parent (or in its own text), splitting a child in two if need be."""
    start = len(parent.text or "")
    if at <= start:
        return
    for child in parent:
        size = _length(child)
        if start < at < start + size:
            _split_child(parent, child, at - start)
            return
        start += size
        tail = child.tail or ""
        if at < start + len(tail):
            return
        start += len(tail)


def _split_child(parent: Element, child: Element, at: int) -> None:
    _split(child, at)
    second = etree.Element(child.tag, dict(child.attrib), child.nsmap)
    second.attrib.pop("id", None)
    head = child.text or ""
    if at < len(head):
        second.text, child.text = head[at:], head[:at] or None
        moved = list(child)
    else:
        seen = len(head)
        moved = []
        for grandchild in list(child):
            if seen >= at:
                moved.append(grandchild)
                continue
            seen += _length(grandchild)
            tail = grandchild.tail or ""
            if seen + len(tail) > at:
                cut = at - seen
                second.text, grandchild.tail = tail[cut:], tail[:cut] or None
            seen += len(tail)
    for node in moved:
        second.append(node)
    second.tail, child.tail = child.tail, None
    parent.insert(parent.index(child) + 1, second)
