"""Lines of text as a reading system sets them: stretches between the edges of inline elements, block by block."""

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.verify.epub.markup import NOT_TEXT, Element, local
from publisher.verify.epub.tree import Tree

INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rb",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    )
)


@dataclass(frozen=True)
class Piece:
    """A stretch of text inside one element."""

    text: str
    owner: Element
    """The element that the text stands in."""
    crossed: tuple[Element, ...]
    """Elements that begin or end between the piece before and this one."""


def lines_of(page: Tree) -> Iterator[tuple[Piece, ...]]:
    """Yield the lines of a page's body, each the text from one block edge or forced break to the next."""
    body = page.first("body")
    if body is not None:
        walk = _Walk()
        walk.element(body)
        walk.end()
        yield from (tuple(line) for line in walk.lines)


class _Walk:
    def __init__(self) -> None:
        self.lines: list[list[Piece]] = []
        self.line: list[Piece] = []
        self.crossed: list[Element] = []

    def end(self) -> None:
        if self.line:
            self.lines.append(self.line)
        self.line, self.crossed = [], []

    def element(self, element: Element) -> None:
        name = local(element)
        if not name or name in NOT_TEXT:
            return
        is_inline = name in INLINE
        self._edge(element, is_inline=is_inline)
        if name not in ("svg", "math"):
            self._text(element.text, element)
            for child in element:
                self.element(child)
                self._text(child.tail, element)
        self._edge(element, is_inline=is_inline)

    def _edge(self, element: Element, *, is_inline: bool) -> None:
        if is_inline:
            self.crossed.append(element)
        else:
            self.end()

    def _text(self, text: str | None, owner: Element) -> None:
        if text:
            self.line.append(Piece(text, owner, tuple(self.crossed)))
            self.crossed = []
