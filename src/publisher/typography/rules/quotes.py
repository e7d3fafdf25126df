"""Quotation marks: « » outside, ‹ › inside (PUN-04). A line whose marks do not pair is left alone (lint tells)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.arabic.classes import DIGIT
from publisher.diagnostic import Said
from publisher.typography.rule import House, Rule, fixes
from publisher.walk.line import BREAK, CALL, Edit, Flat

STRAIGHT = frozenset('"“”„‟＂')
_OPENERS = frozenset("«‹")
_CLOSERS = frozenset("»›")
_MARKS = re.compile('["“”„‟＂«»‹›]')
_BEFORE_OPENING = frozenset("([{«‹﴿-–—:،؛/ـ" + BREAK)
_AFTER_CLOSING = frozenset(")]}»›﴾-–—:،؛.؟!…,;?/%" + BREAK + CALL)
_PREFIX = re.compile(r"(?:^|[\s(«‹])[وفبلك]{1,2}$")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class _Pair:
    start: int
    end: int
    depth: int


def _quotes(flat: Flat, _house: House) -> Iterator[Edit]:
    edits: list[Edit] = []
    for pair in _pairs(flat) or ():
        if _stands_in_latin(flat.text, pair):
            continue
        opening, closing = "‹›" if pair.depth % 2 else "«»"
        edits += [Edit(pair.start, pair.start + 1, opening), Edit(pair.end, pair.end + 1, closing)]
    yield from sorted((e for e in edits if flat.text[e.start] != e.after), key=lambda e: e.start)


def _pairs(flat: Flat) -> list[_Pair] | None:
    """Return the pairs of marks with their depth, or None where they do not pair."""
    text = flat.text
    opened: list[int] = []
    pairs: list[_Pair] = []
    for mark in _MARKS.finditer(text):
        at = mark.start()
        if not flat.may_change(at, at + 1) or _is_inch(text, at, is_open=bool(opened)):
            continue
        if _opens(text, at, is_open=bool(opened)):
            opened.append(at)
        elif opened and _fit(text[opened[-1]], text[at]):
            start = opened.pop()
            pairs.append(_Pair(start, at, len(opened)))
        else:
            return None
    return None if opened else pairs


def _opens(text: str, at: int, *, is_open: bool) -> bool:
    mark = text[at]
    if mark in _OPENERS or mark in _CLOSERS:
        return mark in _OPENERS
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    may_open = after.strip() != "" and (before.strip() == "" or before in _BEFORE_OPENING or _after_prefix(text, at))
    may_close = before.strip() != "" and (after.strip() == "" or after in _AFTER_CLOSING)
    return may_open if may_open != may_close else not is_open


def _after_prefix(text: str, at: int) -> bool:
    return _PREFIX.search(text, max(0, at - 4), at) is not None


def _fit(opening: str, closing: str) -> bool:
    """Whether two marks are of one kind: guillemets with their fellows, the others with any of them."""
    if opening in STRAIGHT:
        return closing in STRAIGHT
    return closing == {"«": "»", "‹": "›"}[opening]


def _is_inch(text: str, at: int, *, is_open: bool) -> bool:
    is_after_digit = at > 0 and re.match(f"[{DIGIT}]", text[at - 1]) is not None
    return text[at] == '"' and is_after_digit and not is_open


def _stands_in_latin(text: str, pair: _Pair) -> bool:
    """Whether a pair stands inside a Latin sentence and is that sentence's own."""
    before, after = text[: pair.start].rstrip()[-1:], text[pair.end + 1 :].lstrip()[:1]
    return bool(_LATIN.match(before) and _LATIN.match(after))


RULES = (
    Rule(
        "PUN-04",
        Said("علامات التنصيص « » وداخلها ‹ ›", "quotation marks « », inside them ‹ ›"),
        fixes("quotes", "guillemets"),
        _quotes,
    ),
)
