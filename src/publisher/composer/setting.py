"""A text box as it is drawn: stretches of one direction, each with its runs and word spaces in visual order.

The stretches are drawn in the order of reading, each at its own place, since some readers of PDF text (MuPDF) keep
the order of drawing and only turn round what runs right to left.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from publisher.bidi import levels as levels_of
from publisher.composer.faces import Face
from publisher.composer.measure import PLAIN, SIGN, Run
from publisher.composer.state import Typesetting
from publisher.composer.styles import facts_of

TOKEN: Final = re.compile("[^ \u00a0\u200b\n]+|[ \u00a0\u200b\n]")
SPACES: Final = frozenset(" \u00a0")
_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_NUMBER: Final = frozenset(("AN", "CS"))

RIGHT: Final = "right to left"
LEFT: Final = "left to right"
NUMBER: Final = "Arabic number"
"""Digits that run left to right, but that readers take for right-to-left letters."""
LETTERS: Final = frozenset(("R", "AL"))
"""Bidi classes of right-to-left letters."""


@dataclass(slots=True)
class Stretch:
    """Runs and spaces of one direction that stand side by side."""

    kind: str
    x: float
    """From the left edge of the text box, in CSS pixels."""
    items: list[Run | None]
    """Runs in visual order; None is a word space."""


@dataclass(slots=True)
class Setting:
    """What a text box shows. Lengths are CSS pixels."""

    stretches: list[Stretch]
    """In the order of reading."""
    space: float
    """Width of a word space, justification and `word-spacing` in it."""
    size: float
    face: Face
    before: str = ""
    """Kind of the stretch drawn before it in the same line; empty at the start of the line."""


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the places of items in visual order, left to right (UAX #9 L2)."""
    order = list(range(len(levels)))
    if not order:
        return order
    lowest = min(levels)
    if lowest == max(levels):
        return order[::-1] if lowest % 2 else order
    for level in range(max(levels), (lowest | 1) - 1, -1):
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


def stretches_of(items: Sequence[tuple[Run | None, int, float, float]]) -> list[Stretch]:
    """Gather (run, level, x, width) of a text box, in the order of reading, into stretches.

    A word space at the edge of a left-to-right stretch is drawn with it.
    """
    groups: list[list[int]] = []
    for i, (run, level, _, _) in enumerate(items):
        before = items[groups[-1][-1]] if groups else None
        if before is not None and before[1] == level and _is_sign(before[0]) == _is_sign(run):
            groups[-1].append(i)
        else:
            groups.append([i])
    made = []
    for group in groups:
        level = items[group[0]][1]
        visual = group[::-1] if level % 2 else group
        runs = [items[i][0] for i in visual]
        made.append(Stretch(_kind(level, runs), items[visual[0]][2], runs))
    return made


def _is_sign(run: Run | None) -> bool:
    return run is not None and run.is_rtl and SIGN.match(run.text) is not None


def _kind(level: int, runs: Sequence[Run | None]) -> str:
    if level % 2:
        return LEFT if _is_sign(runs[0]) else RIGHT
    classes = {unicodedata.bidirectional(c) for run in runs if run is not None for c in run.text}
    return NUMBER if "AN" in classes and classes <= _NUMBER else LEFT


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
    widths = [space if run is None else run.width * facts.size for run in runs]
    xs = [0.0] * len(runs)
    x = 0.0
    for i in visual_order(run_levels):
        xs[i] = x
        x += widths[i]
    stretches = stretches_of(list(zip(runs, run_levels, xs, widths, strict=True)))
    return Setting(stretches, space, facts.size, facts.type.face, LEFT)
