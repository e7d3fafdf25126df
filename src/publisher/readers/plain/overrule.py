"""What the author rules by the text of a line, in `book.toml`: `[outline]`, a line and what it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.nodes import Bayt, Paragraph, Quotation, Verse
from publisher.readers.plain.claim import Claim, Kind, Make, Reason
from publisher.readers.plain.copytext import Copy

UNKNOWN_RULING = warning(
    "unknown-outline-ruling",
    Said("لا يُعرف «{ruling}» نوعًا لسطر", "“{ruling}” is no kind of line"),
    Said(
        "اكتب: heading أو heading 2 أو title أو paragraph أو item أو dialogue أو separator أو quote أو verse.",
        "write heading, heading 2, title, paragraph, item, dialogue, separator, quote or verse.",
    ),
)

_HEADING = re.compile(r"heading(?:\s+([1-6]))?$")
_PLAIN = {
    "title": Kind.TITLE,
    "paragraph": Kind.PARAGRAPH,
    "item": Kind.ITEM,
    "dialogue": Kind.DIALOGUE,
    "separator": Kind.SEPARATOR,
}
RULED = 1000.0
"""What a ruling weighs: more than anything seen."""


@dataclass(frozen=True)
class Ruled:
    """A heading that the author ruled, with the level that was named, and what else was known of it."""

    level: int | None
    detail: object = None


def ruled_lines(copy: Copy) -> dict[int, str]:
    """Return the lines that the author rules, each by its text, or by its words without the mark before them."""
    rulings = {_plain(text): text for text in copy.settings.outline}
    if not rulings:
        return {}
    named = (
        (i, rulings.get(_plain(line.text)) or rulings.get(_plain(copy.words(i)))) for i, line in enumerate(copy.lines)
    )
    return {i: text for i, text in named if text is not None}


def _plain(text: str) -> str:
    return " ".join(text.split())


def overruled(copy: Copy, claims: Sequence[Claim]) -> tuple[list[Claim], tuple[Diagnostic, ...]]:
    """Return the claims with those about ruled lines replaced by what the author said, and what could not be read."""
    lines = {i: copy.settings.outline[text].strip() for i, text in ruled_lines(copy).items()}
    if not lines:
        return list(claims), ()
    known = {i: ruling for i, ruling in lines.items() if _is_known(ruling)}
    faults = tuple(
        UNKNOWN_RULING.at(copy.source.line_span(copy.lines[i].number), ruling=ruling)
        for i, ruling in lines.items()
        if i not in known
    )
    kept = [claim for claim in claims if not any(i in known for i in range(claim.first, claim.last + 1))]
    return [*kept, *_ruled(known, claims)], faults


def _is_known(ruling: str) -> bool:
    return ruling in _PLAIN or ruling in ("quote", "verse") or _HEADING.match(ruling) is not None


def _ruled(rulings: Mapping[int, str], claims: Sequence[Claim]) -> Iterator[Claim]:
    details = {claim.first: claim.detail for claim in claims if claim.kind is Kind.HEADING and claim.first in rulings}
    for i, ruling in rulings.items():
        reasons = (Reason("the author says so", RULED),)
        heading = _HEADING.match(ruling)
        if heading is not None:
            level = int(heading[1]) if heading[1] else None
            yield Claim(Kind.HEADING, i, i, reasons, Ruled(level, details.get(i)))
        elif ruling in _PLAIN:
            yield Claim(_PLAIN[ruling], i, i, reasons)
        else:
            yield Claim(Kind(ruling), i, i, reasons, _quotation(i) if ruling == "quote" else _verse(i))


def _quotation(i: int) -> Make:
    return lambda maker: Quotation((Paragraph(maker.content(i), span=maker.span(i, i)),), span=maker.span(i, i))


def _verse(i: int) -> Make:
    return lambda maker: Verse((Bayt((maker.content(i),), span=maker.span(i, i)),), span=maker.span(i, i))
