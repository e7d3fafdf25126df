"""Where every page of the book comes: units in order, blank pages between them, folios, labels."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publisher.arabic.digits import number
from publisher.press.job import Job, Unit
from publisher.press.pack import Docket
from publisher.press.syntax import text_string
from publisher.words import words_of


class Sheets(NamedTuple):
    """The pages of a book."""

    firsts: tuple[int, ...]
    """Page, from 0, on which each unit opens."""
    blanks: tuple[int, ...]
    """Blank pages before each unit: 0 or 1."""
    total: int
    folios: tuple[str, ...]
    """Printed or counted folio of every page, in the book's digits; empty on blank pages that the press put in."""
    labels: tuple[str, ...]
    """What a reader of the file sees as the page's name."""


class Place(NamedTuple):
    """Where an anchor stands."""

    page: int
    """From 0, in the file."""
    folio: str
    unit: int
    x: float
    y: float


def sheets(job: Job, dockets: Sequence[Docket], versos: Sequence[bool] | None = None) -> Sheets:
    """Return the pages: a unit that opens on a recto gets a blank page before it where it needs one.

    With `versos`, so does a unit whose first page was laid out for the other side than it would come to stand on.
    """
    firsts, blanks, at = [], [], 0
    for i, (unit, docket) in enumerate(zip(job.units, dockets, strict=True)):
        is_verso = at % 2 == 1
        blank = int(is_verso if opens_on_recto(unit) else versos is not None and versos[i] != is_verso)
        blanks.append(blank)
        firsts.append(at + blank)
        at += blank + len(docket.pages)
    start = next((first for unit, first in zip(job.units, firsts, strict=True) if unit.series != "none"), 0)
    folios = ["" if page < start else number(page + 1 - start, job.numerals) for page in range(at)]
    cover = words_of(job.language)["cover"]
    labels = [f"{cover} {number(page + 1, job.numerals)}" if page else cover for page in range(start)] + folios[start:]
    return Sheets(tuple(firsts), tuple(blanks), at, tuple(folios), tuple(labels))


def opens_on_recto(unit: Unit) -> bool:
    """Whether a unit must open on the front of a leaf."""
    return unit.opens == "recto"


def places(dockets: Sequence[Docket], pages: Sheets) -> dict[str, Place]:
    """Return where every anchor stands; of two with one name the first."""
    found: dict[str, Place] = {}
    for index, (docket, first) in enumerate(zip(dockets, pages.firsts, strict=True)):
        for anchor in docket.anchors:
            page = first + anchor.page
            found.setdefault(anchor.name, Place(page, pages.folios[page], index, anchor.x, anchor.y))
    return found


def page_labels(pages: Sheets, numerals: str) -> bytes:
    """Return the page labels: a number tree of what each page is called."""
    entries = []
    expected = ""
    for page, label in enumerate(pages.labels):
        is_number = numerals == "latn" and label.isdigit()
        if is_number and label != expected:
            entries.append(b"%d<</S/D/St %d>>" % (page, int(label)))
        elif not is_number:
            entries.append(b"%d<</P %s>>" % (page, text_string(label)))
        expected = str(int(label) + 1) if is_number else ""
    return b"<</Nums[%s]>>" % b"".join(entries)


def page_map(found: Mapping[str, Place]) -> dict[str, tuple[int, str]]:
    """Return page and folio of every anchor."""
    return {name: (place.page, place.folio) for name, place in sorted(found.items())}
