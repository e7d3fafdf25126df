"""Titles of poems typed right above the first line, without a blank between."""

import re
from collections.abc import Sequence

from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.lines import END_OF_FILE

_MARKS = re.compile(r"[\u064c-\u0650\u0652]")
"""Vowels as they are typed in verse; a shadda or a tanween of alif is typed in prose too."""
_LONGEST = 5
_FEW = 2
_SHARE = 0.6


def lone_titles(copy: Copy, stanzas: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the short lines between two blanks that stand over a stanza and belong to none."""
    held = {i for stanza in stanzas for i in stanza}
    above = {stanza[0] - 1 for stanza in stanzas if len(stanza) >= _FEW and stanza[0] > 0} - held
    return frozenset(i for i in above if _may_title(copy, i) and copy.lines[i].blanks_after > 0)


def _may_title(copy: Copy, i: int) -> bool:
    line = copy.lines[i]
    is_plain = copy.openings[i].label is None and not any(map(str.isdigit, line.text)) and line.text[0] not in "«(﴿["
    return is_plain and 0 < line.blanks_before < END_OF_FILE and line.words <= _LONGEST and line.ending in ("", "؟")


def titles_of_poems(copy: Copy, stanzas: Sequence[Sequence[int]]) -> frozenset[int]:
    """Return the first lines of stanzas that are titles: below wider gaps than those between stanzas, or alone unvoiced."""
    may = [stanza for stanza in stanzas if _is_titled(copy, stanza)]
    wide = [stanza for stanza in stanzas if copy.lines[stanza[0]].blanks_before > 1]
    below = [stanza for stanza in may if copy.lines[stanza[0]].blanks_before > 1]
    found = below if len(below) >= _FEW and len(below) >= _SHARE * len(wide) else []
    unvoiced = [stanza for stanza in may if not _MARKS.search(copy.lines[stanza[0]].text)]
    if len(unvoiced) >= _FEW and _voiced(copy, stanzas) >= _SHARE:
        found = [*found, *(stanza for stanza in unvoiced if all(_has_marks(copy, i) for i in stanza[1:3]))]
    return frozenset(stanza[0] for stanza in found)


def _is_titled(copy: Copy, stanza: Sequence[int]) -> bool:
    """Whether a stanza may open with a title: a short line without a sign, over two lines and more."""
    line = copy.lines[stanza[0]]
    return len(stanza) > _FEW and line.blanks_before > 0 and line.words <= _LONGEST and line.ending in ("", "؟")


def _voiced(copy: Copy, stanzas: Sequence[Sequence[int]]) -> float:
    lines = [i for stanza in stanzas for i in stanza[1:]]
    return sum(_has_marks(copy, i) for i in lines) / len(lines) if lines else 0.0


def _has_marks(copy: Copy, i: int) -> bool:
    return _MARKS.search(copy.lines[i].text) is not None
