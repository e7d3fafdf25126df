"""Composite glyphs: one drawn code for one character, whatever the face needed to draw it.

A composite is defined by its content alone (components with their offsets, the character, the width), so that the
same word gives the same composites in every chapter and process. Glyphs that stand for one character anyway are used
as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from publisher.composer.faces import Face

GAP: Final = 64
"""Codes left free after the face's own glyphs: WeasyPrint numbers missing characters there."""


class Composite(NamedTuple):
    """A glyph made of glyphs of its face. Lengths are font units."""

    components: tuple[tuple[int, int, int], ...]
    """(glyph, x, y) from the composite's origin."""
    text: str
    width: int


class Code(NamedTuple):
    """One code that the text layer shows."""

    number: int
    text: str
    width: float
    """In thousandths of an em."""


@dataclass
class FaceComposites:
    """The composites of one face, numbered as they were met."""

    face: Face
    numbers: dict[Composite, int] = field(default_factory=dict)
    _codes: dict[Composite, Code] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The code of the first composite."""
        return self.face.glyph_count + GAP

    def code(self, composite: Composite) -> Code:
        """Return the code that draws a composite: the face's own glyph where it does, else a number of ours."""
        code = self._codes.get(composite)
        if code is None:
            number = self._own(composite)
            if number is None:
                number = self.numbers.setdefault(composite, self.first + len(self.numbers))
            width = composite.width * 1000 / self.face.upem
            code = self._codes[composite] = Code(number, composite.text, width)
        return code

    def _own(self, composite: Composite) -> int | None:
        if len(composite.components) != 1:
            return None
        ((glyph, x, y),) = composite.components
        is_plain = not x and not y and self.face.advance(glyph) == composite.width
        return glyph if is_plain and self.face.names.get(glyph) == composite.text else None

    def used(self, codes: Iterable[int]) -> list[tuple[int, Composite]]:
        """Return (code, composite) of those of our codes that are in use, in order."""
        by_number = {number: composite for composite, number in self.numbers.items()}
        return [(code, by_number[code]) for code in sorted(codes) if code in by_number]


class Composites:
    """The composites of a document, by face."""

    def __init__(self) -> None:
        self.by_face: dict[str, FaceComposites] = {}
        """By the SHA-256 of the font file."""

    def of(self, face: Face) -> FaceComposites:
        """Return the composites of a face."""
        found = self.by_face.get(face.sha)
        if found is None:
            found = self.by_face[face.sha] = FaceComposites(face)
        return found

    def __iter__(self) -> Any:
        return iter(self.by_face.values())
