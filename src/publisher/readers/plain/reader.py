"""The reader of plain text: claims gathered, the best reading chosen, nodes made."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

from publisher.config import Settings
from publisher.diagnostic import Diagnostic, Said, note
from publisher.readers.neighbours import with_roles
from publisher.readers.plain import titleblock
from publisher.readers.plain.blocks import Maker
from publisher.readers.plain.choose import Choice, choose
from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy, copy_of
from publisher.readers.plain.headings import placed
from publisher.readers.plain.overrule import overruled, ruled_lines
from publisher.readers.plain.recognisers import (
    bullets,
    labelled,
    notes,
    program,
    quantities,
    quotation,
    separator,
    short,
    table,
    verses,
)
from publisher.readers.reading import Reading
from publisher.source import SourceFile

REGIONS: tuple[Callable[[Copy], Iterable[Claim]], ...] = (
    separator.find,
    program.find,
    quotation.find,
    table.find,
    verses.find,
    notes.find,
)
"""Recognisers that need nothing but the copy."""

LINES: tuple[Callable[[Copy, Sequence[int]], Iterable[Claim]], ...] = (
    labelled.find,
    bullets.find,
    short.find,
    quantities.find,
)
"""Recognisers of single lines, given the lines that no region surely holds."""

UNCERTAIN = note(
    "uncertain-structure",
    Said(
        "في قراءة هذا السطر شك؛ قُرئ: {kind_ar}، والبديل: {other_ar}", "this line was read as {kind}; it may be {other}"
    ),
    Said(
        "إن لم يكن كذلك فاكتب السطر ونوعه في جدول [outline] من book.toml.",
        "if it is not, write the line and its kind in the table [outline] of book.toml.",
    ),
)

IN_ARABIC = {
    Kind.TITLE: "عنوان النص",
    Kind.HEADING: "عنوان قسم",
    Kind.PARAGRAPH: "فقرة",
    Kind.DIALOGUE: "سطر حوار",
    Kind.ITEM: "بند قائمة",
    Kind.VERSE: "شعر",
    Kind.TABLE: "جدول",
    Kind.QUOTE: "اقتباس",
    Kind.QURAN: "آية",
    Kind.CODE: "شيفرة",
    Kind.FIGURE: "صورة",
    Kind.SEPARATOR: "فاصل",
    Kind.NOTES: "حواشٍ",
}

_SURE = 6.0
_DOUBTFUL = 0.62


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
    claims, faults = overruled(copy, _claims(copy))
    choices = choose(len(copy), claims)
    listed = [choice.claim.detail for choice in choices if choice.claim.kind is Kind.NOTES]
    maker = Maker(copy, placed(copy, choices), calls_of(listed))
    blocks = tuple(with_roles(tuple(maker.blocks(choices))))
    title = tuple(node for c in choices if c.claim.kind is Kind.TITLE for node in maker.title(c.claim.first))
    evidence = tuple(_evidence(copy, choice) for choice in choices)
    found = (*faults, *_uncertain(copy, evidence))
    ruled = frozenset(ruled_lines(copy).values())
    return Reading(blocks, tuple(maker.notes(listed)), title, diagnostics=found, ruled=ruled), evidence


def _uncertain(copy: Copy, evidence: Sequence[Evidence]) -> Iterator[Diagnostic]:
    for seen in evidence:
        if seen.confidence < _DOUBTFUL:
            span = copy.source.line_span(seen.line)
            names = {"kind_ar": IN_ARABIC[seen.kind], "other_ar": IN_ARABIC[seen.runner_up]}
            yield UNCERTAIN.at(span, None, kind=seen.kind.value, other=seen.runner_up.value, **names)


def calls_of(lists: Sequence[notes.Listed]) -> dict[int, str]:
    """Return the note that each call in the file means."""
    return {
        place: f"n{number}-{at}" if at > 1 else f"n{number}"
        for at, listed in enumerate(lists, 1)
        for place, number in listed.calls
    }


def _claims(copy: Copy) -> list[Claim]:
    regions = [claim for recogniser in REGIONS for claim in recogniser(copy)]
    regions += titleblock.find(copy)
    held = {i for claim in regions if claim.weight >= _SURE for i in range(claim.first, claim.last + 1)}
    free = [i for i in range(len(copy)) if i not in held]
    return regions + [claim for recogniser in LINES for claim in recogniser(copy, free)]


def _evidence(copy: Copy, choice: Choice) -> Evidence:
    confidence = 1 / (1 + exp(-max(min(choice.margin, 50.0), -50.0)))
    return Evidence(
        copy.lines[choice.claim.first].number, choice.claim.kind, confidence, choice.runner_up, choice.claim.reasons
    )
