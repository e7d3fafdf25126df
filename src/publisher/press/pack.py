"""A pack: one laid-out unit as plain, sorted data, free of any number that belongs to the whole book.

Object templates hold tokens: `~12~` is the pack's own object 12, `~P~` its node in the page tree, `~D~` the document's
structure element, `~F~` the font dictionary, `~S5~` the folio of its page 5, `~B3~` its third blob (a picture or a colour profile, kept by content).
`^4^` is a key of the parent tree. Content streams hold `{2.0}` for the first digit of page reference 2 and, in strings,
codes of composite glyphs that count from the face's first free code by rank in the pack.
"""

import marshal
from typing import Any, Final, NamedTuple

Outline = tuple[tuple[int, int, int], ...]
CompositeKey = tuple[Outline, str, int]
"""What a composite glyph is: components (glyph, x, y), its character, its width; lengths in font units."""

GAP: Final = 64
"""Codes left free after the glyphs of a face before the composites."""


class Digits(NamedTuple):
    """How a face sets the ten digits."""

    font: str
    codes: tuple[int, ...]
    advances: tuple[float, ...]
    """Width of each digit, in em."""

    @property
    def are_tabular(self) -> bool:
        """Whether all ten are equally wide."""
        return len(self.codes) == 10 and len(set(self.advances)) == 1


class Blank(NamedTuple):
    """A page reference to be stamped."""

    target: str
    places: int
    """Digits that the layout left room for."""
    digits: Digits


class Stamp(NamedTuple):
    """A folio to be stamped."""

    page: int
    before: bytes
    """Operators before the text."""
    turn: bytes
    """The text matrix without the pen's place."""
    x: float
    y: bytes
    font: bytes
    """The operator that takes up the font."""
    size: float
    """In the units of `x`."""
    edge: str
    """Edge of the room that stays put: `west`, `east` or `middle`."""
    width: float
    """Width of what the sheet had printed."""
    digits: Digits


class FontUse(NamedTuple):
    """A font as a unit uses it."""

    name: str
    """Resource name, the same in every process."""
    base: str
    """PostScript name with its subset tag."""
    sha: str
    """SHA-256 of the font file."""
    index: int  # type: ignore[assignment]  # the field hides the method of tuples
    family: str
    flags: int
    ascent: int
    descent: int
    italic: int
    glyphs: int
    texts: tuple[tuple[int, str], ...]
    """Character of each of the face's own glyphs in use."""
    composites: tuple[CompositeKey, ...]
    """Sorted; the code of one is `glyphs + GAP` and its place here."""


class Anchor(NamedTuple):
    """A named place."""

    name: str
    page: int
    x: float
    y: float


class Run(NamedTuple):
    """The part of a block that stands on a page after the block's first."""

    block: str
    offset: int
    """Letters and signs of the block (white space not counted) that stand on the pages before."""
    page: int


class Docket(NamedTuple):
    """What the joiner keeps of a pack in memory."""

    unit: str
    key: str
    objects: int
    """How many objects the pack has."""
    pages: tuple[int, ...]
    """Objects of the pages."""
    boxes: tuple[bytes, ...]
    """Page boxes (media, trim, bleed) of each page, for blank pages after it."""
    resources: int
    """Object of the resources."""
    bare: int
    """Object of what a blank page bears (crop marks); -1 where it bears nothing."""
    roots: tuple[int, ...]
    """Objects of the structure elements at the top."""
    notes: tuple[tuple[str, int], ...]
    """Structure elements with an ID."""
    tree_keys: int
    anchors: tuple[Anchor, ...]
    runs: tuple[Run, ...]
    wanted: tuple[str, ...]
    """Targets of links and page references, sorted."""
    blanks: tuple[Blank, ...]
    stamps: tuple[Stamp, ...]
    fonts: tuple[FontUse, ...]
    blobs: tuple[tuple[str, bytes], ...]
    """SHA-256 of a blob and the head of its stream."""
    log: tuple[tuple[int, str], ...]
    """What WeasyPrint said: level and message."""
    undescribed: tuple[str, ...]
    """Pictures without a description."""
    uneven: tuple[str, ...]
    """Families whose digits are not equally wide."""
    lost: tuple[str, ...]
    """Notes that were called but not set."""
    mismatch: tuple[str, ...]
    """What differs between the engine and the one that the composer knows."""
    faces_left: tuple[tuple[str, str], ...]
    """Families that the composer cannot set, and the tables that stand in the way."""
    loose: tuple[tuple[str, int], ...]
    """Lines with wide word spaces: their text, and the space in hundredths of an em."""
    notes_called: int
    notes_set: int
    text: str
    generated: str
    report: tuple[tuple[str, int], ...]
    seconds: tuple[tuple[str, float], ...]
    """How long each phase took; of no consequence to the file."""


class Content(NamedTuple):
    """A content stream: its object, its head, its operators."""

    number: int
    head: bytes
    data: bytes
    is_page: bool


class Sheaf(NamedTuple):
    """The objects of a pack."""

    numbers: tuple[int, ...]
    dictionaries: bytes
    """One a line, in the order of `numbers`."""
    contents: tuple[Content, ...]
    tree: bytes
    """Entries of the parent tree."""


_RECORDS: Final[dict[str, Any]] = {
    "anchors": Anchor,
    "runs": Run,
    "fonts": FontUse,
}


def plain(value: Any) -> Any:
    """Return named tuples as tuples, all the way down."""
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def dump_docket(docket: Docket) -> bytes:
    """Return a docket as bytes."""
    return marshal.dumps(plain(docket))


def load_docket(data: bytes, shared: dict[Any, Any] | None = None) -> Docket:
    """Return the docket that `dump_docket` wrote; glyphs that dockets have in common stand once, in `shared`."""
    docket = Docket._make(marshal.loads(data))
    changes: dict[str, Any] = {
        name: tuple(map(record._make, getattr(docket, name))) for name, record in _RECORDS.items()
    }
    changes["fonts"] = tuple(_sharing(use, {} if shared is None else shared) for use in changes["fonts"])
    changes["blanks"] = tuple(Blank(t, n, Digits._make(d)) for t, n, d in docket.blanks)
    changes["stamps"] = tuple(Stamp(*stamp[:-1], Digits._make(stamp[-1])) for stamp in docket.stamps)
    return docket._replace(**changes)


def _sharing(use: FontUse, shared: dict[Any, Any]) -> FontUse:
    """Return the use of a font with glyphs that may be known already."""
    texts, composites = (tuple(shared.setdefault(one, one) for one in each) for each in (use.texts, use.composites))
    return use._replace(texts=texts, composites=composites)


def dump_sheaf(sheaf: Sheaf) -> bytes:
    """Return a sheaf as bytes."""
    return marshal.dumps(plain(sheaf))


def load_sheaf(data: bytes) -> Sheaf:
    """Return the sheaf that `dump_sheaf` wrote."""
    sheaf = Sheaf._make(marshal.loads(data))
    return sheaf._replace(contents=tuple(map(Content._make, sheaf.contents)))
