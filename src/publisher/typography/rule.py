"""What a rule of the house style is: an id, the setting that switches it, what it says, what it finds in a line."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from publisher.config import TypographySettings
from publisher.diagnostic import Said
from publisher.walk.line import Edit, Flat

NBSP = "\u00a0"


@dataclass(frozen=True)
class House:
    """What the rules of one book go by."""

    settings: TypographySettings
    family: str
    """Digit family of the book."""


Find = Callable[[Flat, House], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Switch:
    """The key of `[typography]` that a rule hangs on, and the values that call it."""

    setting: str
    values: tuple[str, ...]

    def is_on(self, settings: TypographySettings) -> bool:
        """Whether the rule is called."""
        return getattr(settings, self.setting) in self.values


@dataclass(frozen=True)
class Rule:
    """A rule of the house style."""

    code: str
    """Requirement id."""
    said: Said
    """What it does, in a few words."""
    switch: Switch
    find: Find
    """The changes it asks for; those in what may not change are dropped."""


After = str | Callable[[re.Match[str]], str | None]


def pattern(expression: str, after: After, *needs: str) -> Find:
    """Return a search for a regular expression; its group `x`, or the whole, is replaced. None leaves a match alone.

    A line that lacks every character of one of the `needs` is not searched at all.
    """
    compiled = re.compile(expression)
    group = "x" if "x" in compiled.groupindex else 0
    needed = tuple(frozenset(characters) for characters in needs)

    def find(flat: Flat, _house: House) -> Iterable[Edit]:
        for characters in needed:
            if characters.isdisjoint(flat.characters):
                return ()
        return edits(flat.text)

    def edits(text: str) -> Iterator[Edit]:
        for found in compiled.finditer(text):
            new = after if isinstance(after, str) else after(found)
            if new is not None and new != found[group]:
                yield Edit(found.start(group), found.end(group), new)

    return find


def follows(expression: str, after: str, within: int = 16) -> Callable[[re.Match[str]], str | None]:
    """Return a replacement that is made only where the text before the match ends in an expression."""
    before = re.compile(rf"(?:{expression})$")

    def replacement(found: re.Match[str]) -> str | None:
        start = found.start()
        return after if before.search(found.string, max(0, start - within), start) else None

    return replacement


def fixes(setting: str, *values: str) -> Switch:
    """Return the switch of a rule: a setting that has one of these values (`fix` where none is named)."""
    return Switch(setting, values or ("fix",))


def apply_rule(rule: Rule, flat: Flat, house: House) -> tuple[Flat, tuple[Edit, ...]]:
    """Return the line after one rule, and what it changed."""
    kept: list[Edit] = []
    for edit in rule.find(flat, house):
        is_apart = not kept or edit.start >= kept[-1].end
        if is_apart and flat.may_change(edit.start, edit.end) and flat.owner(edit) is not None:
            kept.append(edit)
    return (flat.changed(kept) if kept else flat), tuple(kept)
