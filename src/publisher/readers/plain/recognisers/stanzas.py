"""Verse with a half, or a line of free verse, on each line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mean, pstdev

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.folding import fold
from publisher.readers.plain.recognisers.bayts import Halves, made
from publisher.readers.plain.recognisers.poem_titles import lone_titles, titles_of_poems
from publisher.readers.plain.recognisers.poetry import FEW, HALVES, POETS, Poetry, are_free, is_voiced, poetry_of
from publisher.readers.plain.titles import kind_of_title, known_title
from publisher.readers.plain.verse import is_hemistich, letters, rhyme, share_of_rhyme


def find(copy: Copy, split: Sequence[tuple[int, int] | None]) -> Iterator[Claim]:
    """Yield a claim for every run of stanzas, given which lines are in two halves."""
    stanzas = [stanza for stanza in _blocks(copy) if all(split[i] is None for i in stanza)]
    poetry = poetry_of(copy, stanzas, sum(cut is not None for cut in split))
    if poetry.is_book:
        stanzas = [stanza for stanza in _blocks(copy, loose=True) if all(split[i] is None for i in stanza)]
        titles = titles_of_poems(copy, stanzas)
        yield from (Claim(Kind.HEADING, i, i, (Reason("the title of a poem", 5.0),)) for i in titles)
        yield from (
            Claim(Kind.HEADING, i, i, (Reason("the title of a poem", 3.0),)) for i in lone_titles(copy, stanzas)
        )
        stanzas = [[i for i in stanza if i not in titles] for stanza in stanzas]
        poetry = replace(poetry, is_free=are_free(stanzas))
    group: list[list[int]] = []
    for stanza in stanzas:
        if group and stanza[0] != group[-1][-1] + 1:
            yield from _claim_stanzas(copy, group, poetry)
            group = []
        group.append(stanza)
    if group:
        yield from _claim_stanzas(copy, group, poetry)


def _trimmed(copy: Copy, group: Sequence[Sequence[int]], poetry: Poetry) -> list[Sequence[int]]:
    """Return the stanzas without lone lines at the edges; in prose, only up to the first lone line."""
    kept = list(group)
    while kept and len(kept[0]) == 1:
        kept = kept[1:]
    if poetry.weight <= 0:
        lone = next((at for at, stanza in enumerate(kept) if len(stanza) == 1), len(kept))
        kept = kept[:lone]
    while kept and len(kept[-1]) == 1 and not (poetry.is_book and _closes(copy, kept[-1][0])):
        kept = kept[:-1]
    return kept


def _blocks(copy: Copy, *, loose: bool = False) -> Iterator[list[int]]:
    """Yield runs of two and more short lines, unlabelled, with no blank between; in a book of poems, more loosely."""
    run: list[int] = []
    for i, line in enumerate(copy.lines):
        fits = _is_line(copy, i, loose=loose)
        if run and (line.blanks_before or not fits):
            yield from _whole(copy, run, loose=loose)
            run = []
        if fits:
            run.append(i)
    yield from _whole(copy, run, loose=loose)


def _whole(copy: Copy, run: list[int], *, loose: bool) -> Iterator[list[int]]:
    if len(run) > 1 or (run and _goes_on(copy, run[0], loose=loose)):
        yield run


def _goes_on(copy: Copy, i: int, *, loose: bool) -> bool:
    """Whether a lone short line is more a stanza of one line than a title."""
    line = copy.lines[i]
    return (
        line.blanks_before == 1
        and (
            (is_voiced(copy, i) and _is_before_title(copy, i))
            or line.ending != ""
            or line.words > 5
            or (line.words > 2 and line.text.startswith(("و", "ف")))
        )
        and (line.ending != "." or (loose and line.words <= _PHRASE))
    )


def _is_before_title(copy: Copy, i: int) -> bool:
    """Whether the line after a lone one is alone too, and so the title of what follows, or is none."""
    if i + 1 >= len(copy):
        return True
    after = copy.lines[i + 1]
    return after.blanks_after > 0 or copy.openings[i + 1].label is not None or any(map(str.isdigit, after.text))


def _closes(copy: Copy, i: int) -> bool:
    """Whether a lone line may be the last of a poem: voiced at its end, or ended as a sentence."""
    return is_voiced(copy, i) or copy.lines[i].ending in (".", "!")


_PHRASE = 8


def _is_said(copy: Copy, i: int) -> bool:
    """Whether a line opens with a verb of saying, and what was said."""
    return _SAYING.match(fold(copy.prefix(i))) is not None


_SAYING = re.compile(r"[وف]?(?:قال|قلت|قيل|[يتان]قول|سال|[يتان]سال|همس|صاح|نادي|اجاب|رد|كتب)[تنهاوكمي]*$")


def _is_line(copy: Copy, i: int, *, loose: bool = False) -> bool:
    line, opening = copy.lines[i], copy.openings[i]
    if (
        opening.label is not None
        or opening.is_marked
        or known_title(line.text)
        or line.words > 10
        or (":" in line.text[:-1] and not (loose and _is_said(copy, i)))
    ):
        return False
    if line.leads and (not loose or line.blanks_after or any(word in line.text for word in POETS)):
        return False
    return (
        (2 if loose else 4) <= letters(line.text) <= 52
        and not any(c.isdigit() for c in line.text)
        and line.text[:1] not in "|>﴿[("
    )


def _claim_stanzas(copy: Copy, group: Sequence[Sequence[int]], poetry: Poetry) -> Iterator[Claim]:
    group = _trimmed(copy, group, poetry)
    if not group:
        return
    lines = [i for stanza in group for i in stanza]
    texts = [copy.lines[i].text for i in lines]
    counts = [letters(text) for text in texts]
    spread = pstdev(counts) / mean(counts)
    last = {stanza[-1] for stanza in group}
    stops = sum(copy.lines[i].ending == "." and i not in last for i in lines) / len(lines)
    stops = stops if poetry.is_book else sum(copy.lines[i].ending == "." for i in lines) / len(lines)
    paired = _are_pairs(group, texts, spread) and not (poetry.is_free and len(lines) == HALVES)
    above = copy.lines[lines[0] - 1] if lines[0] else None
    reasons = [
        Reason("lines of a poem in a book of poems", poetry.weight),
        Reason("no full stops" if stops < 0.2 else "full stops", 1.2 - 6.0 * stops),
        Reason(f"{len(lines)} short lines", min(len(lines), 8) * 0.35 - 2.2),
        Reason("even lines" if spread < 0.2 else "uneven lines", 1.2 if spread < 0.2 else -0.3),
        Reason(
            "rhyme",
            1.6 if paired and len(lines) > 2 else 1.0 if share_of_rhyme(texts) > 0.6 and len(lines) > 2 else 0.0,
        ),
    ]
    if above is not None and kind_of_title(above.text) == "contents":
        reasons.append(Reason("a table of contents", -6.0))
    if above is not None and above.leads and any(word in above.text for word in POETS):
        reasons.append(Reason("a poet is named above", 4.0))
    elif above is not None and above.leads and not known_title(above.text):
        reasons.append(Reason("a leading line above", 1.0 if len(lines) > HALVES else -0.5))
    elif above is not None and kind_of_title(above.text) in ("section", "opening") and len(lines) < FEW:
        reasons.append(Reason("under a title of things or parts", -3.0))
    elif poetry.weight <= 0 and len(lines) < 4:
        reasons.append(Reason("a few short lines in prose", -3.0))
    if min(counts) < 8 and len(lines) < 4 and poetry.weight <= 0:
        reasons.append(Reason("very short lines", -1.5))
    bayts = _bayts(copy, lines, paired=paired)
    opening = {stanza[0] for stanza in group[1:]}
    weight = tuple(Reason(r.seen, r.weight * _spread_over(len(lines))) for r in reasons)
    yield Claim(Kind.VERSE, lines[0], lines[-1], weight, made(copy, bayts, opening))


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
