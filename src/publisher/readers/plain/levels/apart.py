"""Short headings told apart: titles that recur under others, those that stand over a group, and the rest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from publisher.readers.plain.levels.head import UNLABELLED, Head, between


def told_apart(heads: Sequence[Head]) -> Sequence[Head]:
    """Tell titles that recur (المقادير under every dish) from the short headings that stand between them."""
    if any(h.form in UNLABELLED and h.hashes for h in heads):
        return heads
    lines: dict[str, list[int]] = {}
    for head in heads:
        if head.form == "short":
            lines.setdefault(head.title, []).append(head.line)
    once = [found[0] for found in lines.values() if len(found) == 1]
    labelled = [h.line for h in heads if h.is_labelled]
    again = {
        title
        for title, found in lines.items()
        if len(found) > 1 and between(once, found) and not between(labelled, found)
    }
    lower = _stray(heads, again)
    groups = _groups(heads, again)
    return [
        h
        if h.form != "short"
        else replace(h, form="again", rank=19)
        if h.title in again or at in lower
        else replace(h, form="group", rank=17)
        if at in groups
        else h
        for at, h in enumerate(heads)
    ]


def _groups(heads: Sequence[Head], again: set[str]) -> set[int]:
    """Return the short headings that stand right above another, when the file has more than one such pair."""
    pairs = {
        at
        for at, (x, y) in enumerate(pairwise(heads))
        if x.form == y.form == "short" and x.end == y.line and not {x.title, y.title} & again
    }
    return pairs if len(pairs) > 1 else set()


def _stray(heads: Sequence[Head], again: set[str]) -> set[int]:
    """Return the headings that stand once, but inside the sections that titles which recur open and divide."""
    openers = Counter(y.title for x, y in pairwise(heads) if x.title not in again and y.title in again)
    if not openers:
        return set()
    opener = openers.most_common(1)[0][0]
    places = [at for at, h in enumerate(heads) if h.title == opener]
    return {
        at
        for at in range(places[0] + 1, places[-1])
        if heads[at].title not in again and heads[at + 1].title in again and heads[at + 1].title != opener
    }
