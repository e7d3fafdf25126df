"""The reader of plain text: claims gathered, the best reading chosen, nodes made."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp

from publisher.config import Settings
from publisher.readers.plain import titleblock
from publisher.readers.plain.blocks import Maker
from publisher.readers.plain.choose import Choice, choose
from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy, copy_of
from publisher.readers.plain.headings import placed
from publisher.readers.plain.recognisers import bullets, labelled, notes, program, quotation, separator, short, table, verses
from publisher.readers.reading import Reading
from publisher.source import SourceFile

REGIONS: tuple[Callable[[Copy], Iterable[Claim]], ...] = (separator.find, program.find, quotation.find, table.find, verses.find, notes.find)
"""Recognisers that need nothing but the copy."""

LINES: tuple[Callable[[Copy, Sequence[int]], Iterable[Claim]], ...] = (labelled.find, bullets.find, short.find)
"""Recognisers of single lines, given the lines that no region surely holds."""

_SURE = 6.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a block was read as it was."""

    line: int
    """Line in the file, from 1."""
    kind: Kind
    confidence: float
    """0 … 1."""
    runner_up: Kind
    reasons: tuple[Reason, ...]


def read_with_evidence(source: SourceFile, settings: Settings) -> tuple[Reading, tuple[Evidence, ...]]:
    """Return the reading of a plain manuscript file, and why each block was read as it was."""
    copy = copy_of(source, settings)
    if not copy.lines:
        return Reading(()), ()
    choices = choose(len(copy), _claims(copy))
    listed = [choice.claim.detail for choice in choices if choice.claim.kind is Kind.NOTES]
    maker = Maker(copy, placed(copy, choices), calls_of(listed))
    blocks = tuple(maker.blocks(choices))
    title = next((maker.content(c.claim.first, copy.openings[c.claim.first].start, copy.openings[c.claim.first].end) for c in choices if c.claim.kind is Kind.TITLE), ())
    return Reading(blocks, tuple(maker.notes(listed)), title=title), tuple(_evidence(copy, choice) for choice in choices)


def calls_of(lists: Sequence[notes.Listed]) -> dict[int, str]:
    """Return the note that each call in the file means."""
    return {place: f"n{number}-{at}" if at > 1 else f"n{number}" for at, listed in enumerate(lists, 1) for place, number in listed.calls}


def _claims(copy: Copy) -> list[Claim]:
    regions = [claim for recogniser in REGIONS for claim in recogniser(copy)]
    regions += titleblock.find(copy)
    held = {i for claim in regions if claim.weight >= _SURE for i in range(claim.first, claim.last + 1)}
    free = [i for i in range(len(copy)) if i not in held]
    return regions + [claim for recogniser in LINES for claim in recogniser(copy, free)]


def _evidence(copy: Copy, choice: Choice) -> Evidence:
    confidence = 1 / (1 + exp(-max(min(choice.margin, 50.0), -50.0)))
    return Evidence(copy.lines[choice.claim.first].number, choice.claim.kind, confidence, choice.runner_up, choice.claim.reasons)
