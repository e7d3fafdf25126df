"""Verse of two halves on a line."""

from collections.abc import Iterator, Sequence

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.recognisers import stanzas
from publisher.readers.plain.recognisers.bayts import Halves, made
from publisher.readers.plain.verse import halves, is_weak, share_of_rhyme


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every run of verse."""
    split = [
        halves(line.text) if copy.openings[i].label is None and not line.text.startswith("|") else None
        for i, line in enumerate(copy.lines)
    ]
    yield from _halved(copy, split)
    yield from stanzas.find(copy, split)


# ------------------------------------------------------------------ two halves on a line


def _halved(copy: Copy, split: Sequence[tuple[int, int] | None]) -> Iterator[Claim]:
    at = 0
    while at < len(copy):
        end = at
        while end < len(copy) and split[end] is not None:
            end += 1
        if end > at:
            yield from _claim_halved(copy, at, end, split)
        at = max(end, at + 1)


def _claim_halved(copy: Copy, first: int, end: int, split: Sequence[tuple[int, int] | None]) -> Iterator[Claim]:
    lines = [copy.lines[i] for i in range(first, end)]
    reasons = [Reason("two even halves", 3.0 * len(lines))]
    if len(lines) == 1:
        reasons.append(Reason("stands alone", -2.0))
        cut = split[first]
        if cut is not None and is_weak(lines[0].text[cut[0] : cut[1]]):
            reasons.append(Reason("a weak sign between the halves", -4.0))
        line = lines[0]
        if first and copy.lines[first - 1].leads:
            reasons.append(Reason("a leading line above", 2.0))
        elif not (line.blanks_before and line.blanks_after):
            reasons.append(Reason("in a run of prose", -2.5))
        if line.ending == ".":
            reasons.append(Reason("ends in .", -1.0))
        if line.blanks_before and line.blanks_after:
            reasons.append(Reason("between blank lines", 0.8))
    else:
        rhymed = share_of_rhyme([line.text for line in lines])
        reasons.append(Reason(f"{rhymed:.0%} rhyme", 2.0 * rhymed))
    bayts = tuple(_pair(i, cut, len(copy.lines[i].text)) for i in range(first, end) if (cut := split[i]) is not None)
    yield Claim(Kind.VERSE, first, end - 1, tuple(reasons), made(copy, bayts))


def _pair(i: int, cut: tuple[int, int], length: int) -> Halves:
    return (i, 0, cut[0]), (i, cut[1], length)
