"""Chosen headings made ready: title on the next line taken in, classes told apart, levels found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from publisher.readers.plain.choose import Choice
from publisher.readers.plain.claim import Claim, Kind
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.folding import fold
from publisher.readers.plain.labels.division import rank_of
from publisher.readers.plain.levels import Head, levels
from publisher.readers.plain.overrule import Ruled
from publisher.readers.plain.recognisers.labelled import RunIn
from publisher.readers.plain.series import Series
from publisher.readers.plain.titles import division_of, kind_of_title, named_title

_RANKS = {"**": 17, "short": 18}
_UNLABELLED = -1
_REMARKS = ("فرع", "فايده")
"""Nouns that without a number name a remark under a question: فرع، فائدة."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A heading with its level and the line that holds its title."""

    level: int
    title_line: int
    """The line of its label, the next one, or -1 for a label alone."""


def series_of(claim: Claim) -> Series | None:
    """Return the series that a heading is a member of."""
    detail = claim.detail.detail if isinstance(claim.detail, Ruled) else claim.detail
    detail = detail.series if isinstance(detail, RunIn) else detail
    return detail if isinstance(detail, Series) else None


def placed(copy: Copy, choices: Sequence[Choice]) -> Mapping[int, Standing]:
    """Return the level of every chosen heading, by its line."""
    chosen = [choice for choice in choices if choice.claim.kind is Kind.HEADING]
    numbers: dict[int, int] = {}
    heads = []
    for choice in chosen:
        key = id(series_of(choice.claim))
        heads.append(_head(copy, choice, numbers.setdefault(key, len(numbers))))
    found = levels(heads)
    return {
        c.claim.first: Standing(_ruled(c.claim) or level, c.claim.last) for c, level in zip(chosen, found, strict=True)
    }


def _ruled(claim: Claim) -> int | None:
    return claim.detail.level if isinstance(claim.detail, Ruled) else None


def _head(copy: Copy, choice: Choice, number: int) -> Head:
    i = choice.claim.first
    opening = copy.openings[i]
    title = copy.words(choice.claim.last).rstrip(": ")
    title = named_title(title) or title
    last = choice.claim.last
    series = series_of(choice.claim)
    if series is not None:
        label = series.labels[0]
        form = f"number {label.mark}" if label.form == "number" else label.form
        return Head(i, form, number, label.rank, opening.hashes, fold(title), last=last)
    noun = copy.division(i)
    if noun and not opening.hashes:
        rank = max(rank_of(noun), rank_of("مساله") + 1) if noun in _REMARKS else rank_of(noun)
        return Head(i, f"bare {noun}", _UNLABELLED, rank, 0, fold(title), last=last)
    kind = kind_of_title(title)
    is_known = kind not in ("", "section") and not opening.hashes
    form = f"#{opening.hashes}" if opening.hashes else "known" if is_known else "**" if opening.is_bold else "short"
    return Head(
        i, form, _UNLABELLED, _RANKS.get(form, 18), opening.hashes, fold(title), kind, division_of(title)[0], last
    )
