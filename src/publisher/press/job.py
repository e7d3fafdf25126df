"""What the PDF edition hands to the press: units of XHTML, one style sheet, faces, pictures, and what the file says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

FOLIO = "\u0668\u0668\u0668"
"""What a style sheet prints where a folio is to be stamped."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the book that starts a page of its own: a chapter, the contents, a title page."""

    id: str
    """Unique; prefix of every id in the unit."""
    body: str
    """XHTML of the body element's content. Page references stand as `<a class="pr" href="#id">٨٨</a>`."""
    opens: str = "recto"
    """Side of its first page: `recto`, or `next` (whatever comes)."""
    series: str = "body"
    """Numbering series of its folios: `front`, `body`, or `none` (a cover before them: not counted)."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """Running heads, by the names that the style sheet's custom properties give them."""
    name: str = ""
    """What its author calls it: the title of a chapter."""


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A face that the style sheet names."""

    family: str
    weight: int
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of the outline (bookmarks)."""

    label: str
    target: str
    level: int


@dataclass(frozen=True, slots=True)
class Job:
    """A book ready for the press."""

    units: tuple[Unit, ...]
    sheet: str
    """The whole style sheet."""
    faces: tuple[FaceFile, ...]
    assets: Mapping[str, bytes]
    """Pictures by the path that `src="asset:PATH"` names."""
    outline: tuple[Mark, ...]
    language: str
    direction: str
    numerals: str
    """Digit family of folios and page references: `latn`, `arab`, `arabext`."""
    title: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601; creation date of the file. Empty: none."""
    kashida: str = "light"
    variant: str = ""
    """PDF variant: empty, `pdf/ua-1`, `pdf/a-2u` …"""
    profile: bytes = b""
    """ICC profile of the press, for `pdf/x-4`."""
    condition: str = ""
    """Name of the printing condition that the profile describes."""

    def called(self, unit: str) -> str:
        """Return what the author calls a unit, by its id."""
        return next((one.name for one in self.units if one.id == unit and one.name), unit)

    def without_units(self) -> Self:
        """Return what a process needs to know before it is given a unit."""
        return replace(self, units=(), outline=())

    @property
    def is_for_press(self) -> bool:
        """Whether colours are given as inks, and nothing can be clicked."""
        return self.variant.startswith("pdf/x")
