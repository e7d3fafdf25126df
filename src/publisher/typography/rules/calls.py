"""Calls of notes: no space before one (NOT-01), before or after the sign as the house has it (PUN-10)."""

import re
from collections.abc import Iterator

from publisher.arabic.classes import SPACE
from publisher.diagnostic import Said
from publisher.typography.rule import House, Rule, fixes, pattern
from publisher.walk.line import CALL, Edit, Flat

_SIGN = "،؛.:؟!…"
_BEFORE_SIGN = re.compile(rf"(?P<sign>[{_SIGN}]+)(?P<calls>{CALL}+)")
_AFTER_SIGN = re.compile(rf"(?P<calls>{CALL}+)(?P<sign>[{_SIGN}]+)")


def _before(flat: Flat, _house: House) -> Iterator[Edit]:
    """Move the sign behind the call: word, call, sign."""
    for found in _BEFORE_SIGN.finditer(flat.text):
        yield from _moved(flat, found, found.end("calls"))


def _after(flat: Flat, _house: House) -> Iterator[Edit]:
    """Move the sign before the call: word, sign, call."""
    for found in _AFTER_SIGN.finditer(flat.text):
        yield from _moved(flat, found, found.start("calls"))


def _moved(flat: Flat, found: re.Match[str], to: int) -> Iterator[Edit]:
    """Yield the two edits that move a sign, where both ends have text to take it."""
    start, end = found.span("sign")
    moved = sorted((Edit(start, end, ""), Edit(to, to, found["sign"])), key=lambda edit: edit.start)
    if all(flat.may_change(e.start, e.end) and flat.owner(e) is not None for e in moved):
        yield from moved


_SAID = Said("موضع رقم الحاشية من علامة الترقيم", "the place of a note's call by the sign")

RULES = (
    Rule(
        "NOT-01",
        Said("لا فراغ قبل رقم الحاشية", "no space before a note's call"),
        fixes("spaces"),
        pattern(rf"(?<=\S)[{SPACE}]+(?={CALL})", "", CALL),
    ),
    Rule("PUN-10", _SAID, fixes("note_calls", "before"), _before),
    Rule("PUN-10", _SAID, fixes("note_calls", "after"), _after),
)
