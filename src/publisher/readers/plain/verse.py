"""Hemistichs: what makes two halves of a line, or two lines, a bayt."""

import re
from collections import Counter

from publisher.arabic.digits import ALL
from publisher.readers.plain.names import signs

_BETWEEN = re.compile(
    r"\s*(?:…|\.{3,}|۔{2,})\s*|\s+(?:\*{1,5}|[*]\s[*]\s[*]|/{1,2}|\\|#|~|=|\|{1,2}|--+|[–—]{1,2}|•|٭|✦|❖)\s+|[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{3,}"
)
_LIGHT = re.compile(r"[\s\u064b-\u065f\u0670ـ]+")
_LETTERS = re.compile(r"[\u0621-\u064a]")
_SHORTEST, _LONGEST = 8, 48
_WIDEST = 240
"""No bayt is longer, in characters."""
_EVEN = 0.58


_MAY_PART = re.compile(r"[…\t]|\.\.\.|[ \u00a0]{3}|۔۔|\s[*/\\#~=|–—•٭✦❖-]")
_WEAK = re.compile(r"\s+(?:[/\\#~=•–—|]|--+)\s+$")
"""What stands between halves only where it does so line after line; in a lone line it is something else."""


def is_weak(between: str) -> bool:
    """Whether what stands between two halves may as well stand in prose or in a title."""
    return _WEAK.match(between) is not None


def letters(text: str) -> int:
    """Return how many Arabic letters a text has."""
    return len(_LETTERS.findall(text))


def halves(text: str) -> tuple[int, int] | None:
    """Return where the first half of a bayt ends and the second begins, or None when the line is not so made."""
    if len(text) > _WIDEST or not _MAY_PART.search(text):
        return None
    found = [m for m in _BETWEEN.finditer(text) if m.start() > 0 and m.end() < len(text)]
    if len(found) != 1:
        found = [m for m in found if len(m[0].strip()) != 0 or len(m[0]) > 3][:2]
    if len(found) != 1:
        return None
    cut = found[0]
    if _are_signed(text[: cut.start()], text[cut.end() :]):
        return None
    return (cut.start(), cut.end()) if evenness(text[: cut.start()], text[cut.end() :]) >= _EVEN else None


def _are_signed(first: str, second: str) -> bool:
    """Whether both halves say who signs, or what: رئيس الجلسة    أمين السر."""
    return (":" in first and ":" in second) or (signs(first) and signs(second))


def evenness(first: str, second: str) -> float:
    """Return how alike two halves are in length (0 … 1); 0 when either is no hemistich."""
    if not (is_hemistich(first) and is_hemistich(second)):
        return 0.0
    a, b = letters(first), letters(second)
    return min(a, b) / max(a, b)


def is_hemistich(text: str) -> bool:
    """Whether a text may be half a bayt: some Arabic words, no digits."""
    words = text.split()
    if not 2 <= len(words) <= 10 or any(c in ALL for c in text):
        return False
    count = letters(text)
    return _SHORTEST <= count <= _LONGEST and count > 0.55 * len(_LIGHT.sub("", text))


def rhyme(text: str) -> str:
    """Return what a line rhymes in: its last letter, or two when the last is weak."""
    found = _LETTERS.findall(_LIGHT.sub("", text))
    last = found[-1:]
    return "".join(found[-2:] if last and last[0] in "اهيوتكنة" else last)


def share_of_rhyme(lines: list[str]) -> float:
    """Return the share of lines that end in the commonest rhyme."""
    ends = Counter(rhyme(line) for line in lines)
    return ends.most_common(1)[0][1] / len(lines) if lines else 0.0
