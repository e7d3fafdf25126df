"""Verse in every typed form: two halves on a line, a bayt on two lines, free verse."""

from collections.abc import Iterator, Sequence
from statistics import mean, pstdev

from publisher.nodes import Bayt, Verse
from publisher.readers.plain.claim import Claim, Kind, Make, Maker, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.titles import known_title
from publisher.readers.plain.verse import halves, is_hemistich, is_weak, letters, rhyme, share_of_rhyme

Halves = tuple[tuple[int, int, int], ...]
"""Line, start and end of each half of a bayt."""

_POETS = (
    "شعر",
    "ديوان",
    "قصيد",
    "الشاعر",
    "شاعر",
    "أنشد",
    "ينشد",
    "بيت",
    "أبيات",
    "غنّ",
    "غنى",
    "المتنبي",
    "المعري",
    "البحتري",
    "نظم",
)


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every run of verse."""
    split = [
        halves(line.text) if copy.openings[i].label is None and not line.text.startswith("|") else None
        for i, line in enumerate(copy.lines)
    ]
    yield from _halved(copy, split)
    yield from _stanzas(copy, split)


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
    yield Claim(Kind.VERSE, first, end - 1, tuple(reasons), _maker(copy, bayts))


def _pair(i: int, cut: tuple[int, int], length: int) -> Halves:
    return (i, 0, cut[0]), (i, cut[1], length)


# ------------------------------------------------------------------ a half, or a line of free verse, on each line


def _stanzas(copy: Copy, split: Sequence[tuple[int, int] | None]) -> Iterator[Claim]:
    stanzas = [stanza for stanza in _blocks(copy) if all(split[i] is None for i in stanza)]
    poetic = _poetic(copy, stanzas)
    if poetic > 0:
        stanzas = [stanza for stanza in _blocks(copy, loose=True) if all(split[i] is None for i in stanza)]
    group: list[list[int]] = []
    for stanza in stanzas:
        if group and stanza[0] != group[-1][-1] + 1:
            yield from _claim_stanzas(copy, group, poetic)
            group = []
        group.append(stanza)
    if group:
        yield from _claim_stanzas(copy, group, poetic)


def _trimmed(copy: Copy, group: Sequence[Sequence[int]], poetic: float) -> list[Sequence[int]]:
    """Return the stanzas without lone lines at the edges; in prose, only up to the first lone line."""
    kept = list(group)
    while kept and len(kept[0]) == 1:
        kept = kept[1:]
    if poetic <= 0:
        lone = next((at for at, stanza in enumerate(kept) if len(stanza) == 1), len(kept))
        kept = kept[:lone]
    while kept and len(kept[-1]) == 1 and not (poetic > 0 and _is_voiced(copy, kept[-1][0])):
        kept = kept[:-1]
    return kept


def _blocks(copy: Copy, *, loose: bool = False) -> Iterator[list[int]]:
    """Yield runs of two and more short lines, unlabelled, with no blank between; in a book of poems, more loosely."""
    run: list[int] = []
    for i, line in enumerate(copy.lines):
        fits = _is_line(copy, i, loose=loose)
        if run and (line.blanks_before or not fits):
            yield from _whole(copy, run)
            run = []
        if fits:
            run.append(i)
    yield from _whole(copy, run)


def _whole(copy: Copy, run: list[int]) -> Iterator[list[int]]:
    if len(run) > 1 or (run and _goes_on(copy, run[0])):
        yield run


def _goes_on(copy: Copy, i: int) -> bool:
    """Whether a lone short line is more a stanza of one line than a title."""
    line = copy.lines[i]
    return (
        line.blanks_before == 1
        and (
            _is_voiced(copy, i)
            or line.ending != ""
            or line.words > 5
            or (line.words > 2 and line.text.startswith(("و", "ف")))
        )
        and line.ending != "."
    )


def _is_voiced(copy: Copy, i: int) -> bool:
    """Whether a line ends in a vowel mark, as lines of verse do and titles do not."""
    return "\u064b" <= copy.lines[i].text[-1] <= "\u0652" and copy.lines[i].text[-1] != "\u064b"


def _is_line(copy: Copy, i: int, *, loose: bool = False) -> bool:
    line, opening = copy.lines[i], copy.openings[i]
    if (
        opening.label is not None
        or opening.is_marked
        or known_title(line.text)
        or line.words > 10
        or ":" in line.text[:-1]
    ):
        return False
    if line.leads and (not loose or line.blanks_after or any(word in line.text for word in _POETS)):
        return False
    return (
        (2 if loose else 4) <= letters(line.text) <= 52
        and not any(c.isdigit() for c in line.text)
        and line.text[:1] not in "|>﴿[("
    )


def _poetic(copy: Copy, stanzas: Sequence[Sequence[int]]) -> float:
    """Return how far the file is one of poetry."""
    share = sum(map(len, stanzas)) / len(copy) if len(copy) else 0.0
    named = any(word in line.text for line in copy.lines[:4] for word in _POETS[:3])
    return (2.0 if named else 0.0) + (1.5 if share > 0.5 else 0.0) - (1.0 if share < 0.1 else 0.0)


def _claim_stanzas(copy: Copy, group: Sequence[Sequence[int]], poetic: float) -> Iterator[Claim]:
    group = _trimmed(copy, group, poetic)
    if not group:
        return
    lines = [i for stanza in group for i in stanza]
    texts = [copy.lines[i].text for i in lines]
    counts = [letters(text) for text in texts]
    spread = pstdev(counts) / mean(counts)
    stops = sum(copy.lines[i].ending == "." for i in lines) / len(lines)
    paired = _are_pairs(group, texts, spread)
    above = copy.lines[lines[0] - 1] if lines[0] else None
    reasons = [
        Reason("lines of a poem in a book of poems", poetic),
        Reason("no full stops" if stops < 0.2 else "full stops", 1.2 - 6.0 * stops),
        Reason(f"{len(lines)} short lines", min(len(lines), 8) * 0.35 - 2.2),
        Reason("even lines" if spread < 0.2 else "uneven lines", 1.2 if spread < 0.2 else -0.3),
        Reason(
            "rhyme",
            1.6 if paired and len(lines) > 2 else 1.0 if share_of_rhyme(texts) > 0.6 and len(lines) > 2 else 0.0,
        ),
    ]
    if above is not None and above.leads and any(word in above.text for word in _POETS):
        reasons.append(Reason("a poet is named above", 4.0))
    elif above is not None and above.leads:
        reasons.append(Reason("a leading line above", 1.0))
    elif poetic <= 0 and len(lines) < 4:
        reasons.append(Reason("a few short lines in prose", -3.0))
    if min(counts) < 8 and len(lines) < 4 and poetic <= 0:
        reasons.append(Reason("very short lines", -1.5))
    bayts = _bayts(copy, lines, paired=paired)
    opening = {stanza[0] for stanza in group[1:]}
    weight = tuple(Reason(r.seen, r.weight * _spread_over(len(lines))) for r in reasons)
    yield Claim(Kind.VERSE, lines[0], lines[-1], weight, _maker(copy, bayts, opening))


def _spread_over(lines: int) -> float:
    """A claim over many lines weighs as much for each of them."""
    return max(1.0, lines * 0.8)


def _are_pairs(group: Sequence[Sequence[int]], texts: list[str], spread: float) -> bool:
    """Whether each two lines are one bayt."""
    if any(len(stanza) % 2 for stanza in group) or spread > 0.24 or not all(map(is_hemistich, texts)):
        return False
    if all(len(stanza) == 2 for stanza in group):
        return True
    seconds, firsts = texts[1::2], texts[::2]
    return (
        share_of_rhyme(seconds) >= 0.75
        and sum(rhyme(a) == rhyme(seconds[0]) for a in firsts) <= 0.5 * len(firsts) + 0.5
    )


def _bayts(copy: Copy, lines: Sequence[int], *, paired: bool) -> tuple[Halves, ...]:
    whole = [(i, 0, len(copy.lines[i].text)) for i in lines]
    if not paired:
        return tuple((half,) for half in whole)
    return tuple(zip(whole[::2], whole[1::2], strict=True))


def _maker(copy: Copy, bayts: Sequence[Halves], opening: set[int] | None = None) -> Make:
    def opens(bayt: Halves, at: int) -> bool:
        return at > 0 and copy.lines[bayt[0][0]].blanks_before > 0

    def make(maker: Maker) -> Verse:
        made = tuple(
            Bayt(
                tuple(maker.content(i, start, end) for i, start, end in bayt),
                opens(bayt, at) if opening is None else bayt[0][0] in opening,
                copy.source.span(copy.lines[bayt[0][0]].start, copy.lines[bayt[-1][0]].end),
            )
            for at, bayt in enumerate(bayts)
        )
        return Verse(made, span=maker.span(bayts[0][0][0], bayts[-1][-1][0]))

    return make
