"""Ingredients typed one on a line without a sign: short lines that open with a quantity make a list."""

import re
from collections.abc import Iterator, Sequence

from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.folding import fold
from publisher.readers.plain.titles import is_title_of_things

_WORDS = frozenset(
    [
        "كوب",
        "كوبان",
        "كوبين",
        "اكواب",
        "كاس",
        "كاسان",
        "ملعقه",
        "ملعقتان",
        "ملعقتين",
        "ملاعق",
        "رشه",
        "نصف",
        "ربع",
        "ثلث",
        "حبه",
        "حبتان",
        "حبات",
        "كيلو",
        "كيلوغرام",
        "غرام",
        "جرام",
        "لتر",
        "قليل",
        "حزمه",
        "باقه",
        "عود",
        "اعواد",
        "ورقه",
        "اوراق",
        "فص",
        "فصوص",
        "شريحه",
        "شرائح",
        "راس",
        "علبه",
        "عبوه",
        "قطعه",
        "قطع",
        "بيضه",
        "بيضتان",
        "بيضات",
        "فنجان",
        "قرن",
        "ذره",
        "مقدار",
        "حفنه",
        "عصير",
    ]
)
_FIGURE = re.compile(r"[0-9٠-٩۰-۹½¼¾⅓⅔]+(?:[./][0-9٠-٩]+)?\s+[^\W\d_]")
_SHARE = 0.5


def find(copy: Copy, free: Sequence[int]) -> Iterator[Claim]:
    """Yield a claim for every line of a run of quantities."""
    run: list[int] = []
    for i in free:
        if run and (i != run[-1] + 1 or copy.lines[i].blanks_before):
            yield from _claims(copy, run)
            run = []
        if _is_short(copy, i):
            run.append(i)
        elif run:
            yield from _claims(copy, run)
            run = []
    yield from _claims(copy, run)


def _is_short(copy: Copy, i: int) -> bool:
    line = copy.lines[i]
    return (
        line.words <= 8
        and line.ending in ("", "،")
        and copy.openings[i].label is None
        and not copy.openings[i].is_marked
    )


def _is_quantity(copy: Copy, i: int) -> bool:
    text = copy.lines[i].text
    return bool(_FIGURE.match(text)) or fold(text.split()[0]) in _WORDS


def _claims(copy: Copy, run: Sequence[int]) -> Iterator[Claim]:
    if len(run) > 1 and run[0] and is_title_of_things(copy.words(run[0] - 1)):
        for i in run:
            yield Claim(Kind.ITEM, i, i, (Reason("under a title of things", 5.0),))
        return
    opened = [i for i in run if _is_quantity(copy, i)]
    if len(run) < 3 or len(opened) < _SHARE * len(run):
        return
    first = run.index(opened[0])
    for i in run[first:]:
        yield Claim(Kind.ITEM, i, i, (Reason("a quantity among quantities", 5.0),))
