"""A text box as it is drawn: its runs and word spaces in visual order, and how wide the spaces are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from publisher.bidi import levels as levels_of
from publisher.composer.faces import Face
from publisher.composer.measure import PLAIN, Run
from publisher.composer.state import Typesetting
from publisher.composer.styles import facts_of

TOKEN: Final = re.compile("[^ \u00a0\u200b\n]+|[ \u00a0\u200b\n]")
SPACES: Final = frozenset(" \u00a0")
_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(slots=True)
class Setting:
    """What a text box shows, from its left edge. Lengths are CSS pixels."""

    items: list[Run | None]
    """Runs in visual order; None is a word space."""
    space: float
    """Width of a word space, justification and `word-spacing` in it."""
    size: float
    face: Face


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the places of items in visual order, left to right (UAX #9 L2)."""
    order = list(range(len(levels)))
    if not order:
        return order
    for level in range(max(levels), (min(levels) | 1) - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def setting_of(typesetting: Typesetting, textbox: Any) -> Setting | None:
    """Return the setting that the composer gave a text box, or one made for a box that WeasyPrint laid out.

    None for a box that WeasyPrint draws as well itself, or that cannot be composed.
    """
    found = textbox.__dict__.get("_composer_setting")
    return found if found is not None else _setting_of_stock(typesetting, textbox)


def _setting_of_stock(typesetting: Typesetting, textbox: Any) -> Setting | None:
    """Set a text box in the width that WeasyPrint booked for it."""
    facts = facts_of(typesetting, textbox.style)
    text = textbox.text
    is_ours = facts.size > 0 and textbox.style["letter_spacing"] == "normal" and _ARABIC.search(text)
    if not is_ours or not facts.type.can_compose or text != textbox.pango_layout.text.rstrip("\u200b"):
        return None
    levels = b"" if facts.direction == "rtl" and PLAIN.fullmatch(text) else levels_of(text, facts.direction)
    runs: list[Run | None] = []
    run_levels: list[int] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if match[0] in SPACES:
            runs.append(None)
            run_levels.append(levels[start] if levels else 1)
        elif match[0] not in "\u200b\n":
            word = facts.type.word(match[0], levels[start:end])
            if word is None:
                return None
            runs += word.runs
            run_levels += word.levels or b"\x01"
    spaces = runs.count(None)
    natural = sum(run.width for run in runs if run is not None) * facts.size
    space = (textbox.width - natural) / spaces if spaces else 0.0
    items = [runs[i] for i in visual_order(run_levels)]
    return Setting(items, space, facts.size, facts.type.face)
