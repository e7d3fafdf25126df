"""What one document's typesetting knows: its settings, its tables, its report. There is no other state.

The hooks find it through the font configuration that WeasyPrint hands around (`style.font_config`).
"""

from dataclasses import dataclass, field
from multiprocessing.util import Finalize
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Final

from weasyprint.text.fonts import FontConfiguration

from publisher.composer.composites import Composites
from publisher.composer.faces import Faces
from publisher.composer.measure import Type

KASHIDA: Final = ("none", "light", "medium", "full")
LOOSE: Final = 0.6
"""Word spaces wider than this (in em) are told."""
_KEPT: Final = 200
"""Loose lines kept by their text."""


@dataclass
class Report:
    """What was done to a document; a line that is laid out again for a page break counts once."""

    lines_planned: int = 0
    lines_fallen_back: dict[str, int] = field(default_factory=dict)
    """Lines that WeasyPrint broke itself, by the reason."""
    kashidas: int = 0
    drawn_by_weasyprint: int = 0
    """Text boxes that WeasyPrint drew itself."""
    loose: dict[str, float] = field(default_factory=dict)
    """Lines that an unbreakable word or a narrow measure left loose: their text, and their word space in em."""
    faces_left: dict[str, str] = field(default_factory=dict)
    """Faces in use that cannot be composed: the family's name, and the tables that stand in the way."""

    def fall_back(self, reason: str) -> None:
        """Count a line left to WeasyPrint."""
        self.lines_fallen_back[reason] = self.lines_fallen_back.get(reason, 0) + 1

    def line(self, text: str, space: float, kashidas: int) -> None:
        """Count a line that was set, its word space in em."""
        self.lines_planned += 1
        self.kashidas += kashidas
        if space > LOOSE and len(self.loose) < _KEPT:
            self.loose[text] = space


class SweptFonts(FontConfiguration):
    """A font configuration whose folder of faces goes with it, at the latest when its process ends.

    WeasyPrint's own sweeping, in `__del__`, is never reached from a circle of references.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(mkdtemp(prefix="weasyprint-"))
        Finalize(self, rmtree, (self._folder,), {"ignore_errors": True}, exitpriority=0)


class ComposedFonts(SweptFonts):
    """A font configuration that carries its document's typesetting."""

    def __init__(self, typesetting: "Typesetting") -> None:
        super().__init__()
        self.typesetting = typesetting


class Typesetting:
    """The typesetting of one document (or, in a worker, of one chapter after another)."""

    def __init__(self, kashida: str = "light", compose: bool = True, text_layer: bool = True) -> None:
        if kashida not in KASHIDA:
            raise ValueError(f"kashida is one of {', '.join(KASHIDA)}, not {kashida}")
        self.kashida = kashida
        self.compose = compose
        self.text_layer = text_layer
        self.report = Report()
        self.faces = Faces()
        self.composites = Composites()
        """The composite glyphs in use, by face; their definitions are the same in every process."""
        self.types: dict[str, Type] = {}
        self.heights: dict[tuple[int, float], float] = {}
        self.font_config: Any = ComposedFonts(self)
        """Give it to `HTML(…).render` and `CSS(…)`: the hooks find the typesetting through it."""


def typesetting_of(holder: Any) -> Typesetting | None:
    """Return the typesetting of a WeasyPrint style or layout context; None in a stock document."""
    return getattr(holder.font_config, "typesetting", None)
