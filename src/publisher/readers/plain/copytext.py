"""The copy: every line of a manuscript file, how each opens, and the habits of whoever typed it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from publisher.config import Settings
from publisher.readers.plain import wording
from publisher.readers.plain.asking import asking
from publisher.readers.plain.blocking import block_heads
from publisher.readers.plain.chance import without_chance_labels
from publisher.readers.plain.dates import is_dateline
from publisher.readers.plain.dress import in_one_dress
from publisher.readers.plain.folding import fold
from publisher.readers.plain.lines import Line, scan
from publisher.readers.plain.marked import Marked
from publisher.readers.plain.opening import Opening, open_line
from publisher.readers.plain.rows import is_row
from publisher.readers.plain.wrapping import unwrapped
from publisher.source import SourceFile


@dataclass(frozen=True)
class Habits:
    """How the whole file is typed."""

    punctuated: float
    """Share of long lines that end as sentences do."""
    spaced: float
    """Share of lines with a blank line above."""
    length: float
    """Words of a middling long line."""


@dataclass(frozen=True)
class Copy:
    """A manuscript file, seen line by line."""

    source: SourceFile
    settings: Settings
    lines: tuple[Line, ...]
    openings: tuple[Opening, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def words(self, i: int) -> str:
        """Return what a line says after its label and inside its marks."""
        opening = self.openings[i]
        return self.lines[i].text[opening.start : opening.end]

    def prefix(self, i: int) -> str:
        """Return the words before the first colon of a line."""
        return self.lines[i].prefix

    @cached_property
    def prefixes(self) -> Counter[str]:
        """How many lines open with the same words and a colon: speakers of a dialogue, fields of a form."""
        return Counter(self.prefix(i) for i in range(len(self.lines)))

    @cached_property
    def occurrences(self) -> Mapping[str, tuple[int, ...]]:
        """Where each short text stands as a whole line."""
        found: dict[str, list[int]] = {}
        for i, line in enumerate(self.lines):
            if line.words <= _LONG:
                found.setdefault(line.text, []).append(i)
        return {text: tuple(places) for text, places in found.items()}

    def division(self, i: int) -> str:
        """Return the noun of division that a short unlabelled line opens with as others do (باب في كذا، فصل)."""
        noun = self._noun(i)
        return noun if noun and self._nouns[noun] > 1 else ""

    def _noun(self, i: int) -> str:
        line = self.lines[i]
        if self.openings[i].label is not None or line.words > _LONG + 2 or line.ending not in ("", ":"):
            return ""
        word = fold(self.words(i).split(" ")[0].rstrip(":"))
        return word if word in DIVIDING else ""

    @cached_property
    def _nouns(self) -> Counter[str]:
        return Counter(self._noun(i) for i in range(len(self.lines)))

    @cached_property
    def captions(self) -> frozenset[int]:
        """Short nouns with a colon over their own text, blank lines above: several that open with one word, or many."""
        found = [i for i in range(len(self.lines) - 1) if self._is_caption(i)]
        firsts = Counter(self.words(i).split()[0] for i in found)
        return frozenset(i for i in found if firsts[self.words(i).split()[0]] > 1 or len(found) > 3)

    def _is_caption(self, i: int) -> bool:
        line = self.lines[i]
        if not line.leads or line.words > 5 or self.openings[i].label is not None or not line.blanks_before:
            return False
        words = [fold(word.strip(":")) for word in self.words(i).split()]
        return bool(words) and not wording.goes_on(words[0]) and not wording.leads(words)

    @cached_property
    def entries(self) -> frozenset[int]:
        """Datelines that stand over the days of a diary: most datelines of the file stand right over text."""
        dated = [i for i in range(len(self.lines)) if is_dateline(self.lines[i].text) and len(self.lines[i].text) > 4]
        over = [i for i in dated if self._stands_over_text(i)]
        return frozenset(over) if len(over) > 2 and len(over) >= 0.6 * len(dated) else frozenset()

    def _stands_over_text(self, i: int) -> bool:
        if i + 1 >= len(self.lines) or (i and not self.lines[i].blanks_before and not self.is_ruled(i)):
            return False
        after, label = self.lines[i + 1], self.openings[i + 1].label
        bare = label is None or label.is_bullet
        return bare and after.ending not in ("،", ",") and (after.words > 5 or after.is_sentence or after.leads)

    def is_ruled(self, i: int) -> bool:
        """Whether a row of signs stands right above a line."""
        return i > 0 and is_row(self.lines[i - 1].text)

    @cached_property
    def years(self) -> int:
        """How many lines are a year alone."""
        return sum(len(line.text) == 4 and line.text.isdecimal() for line in self.lines)

    @cached_property
    def signatures(self) -> frozenset[str]:
        """Short lines that recur with nothing of their own below them: names under letters."""
        return frozenset(text for text, places in self.occurrences.items() if len(places) > 1 and self._ends(places))

    def _ends(self, places: Sequence[int]) -> bool:
        labels = [self.openings[i + 1].label if i + 1 < len(self.lines) else None for i in places]
        last = len(self.lines) - 1
        ends = sum(i == last or (label is not None and label.goes_on) for i, label in zip(places, labels, strict=True))
        return ends > 0.5 * len(places)

    @cached_property
    def marked(self) -> Marked:
        """Its lines behind bullets and pictographs."""
        return Marked(self.lines, self.openings)

    @cached_property
    def block_heads(self) -> frozenset[int]:
        """Short lines that open a run of lines between blanks, when most runs of the file open so over lines of another kind."""
        return block_heads(self.lines, self.openings)

    @cached_property
    def asking(self) -> frozenset[int]:
        """Questions that stand over their answers as headings do."""
        return asking(self.lines, self.openings)

    @cached_property
    def habits(self) -> Habits:
        """How the file is typed."""
        return _habits(self.lines)


def _habits(lines: Sequence[Line]) -> Habits:
    long = [line for line in lines if line.words > _LONG]
    punctuated = sum(line.is_sentence or line.leads for line in long) / len(long) if long else 1.0
    spaced = sum(line.blanks_before > 0 for line in lines[1:]) / max(len(lines) - 1, 1)
    return Habits(punctuated, spaced, median(line.words for line in long) if long else _LONG)


_LONG = 8
DIVIDING = frozenset(["باب", "فصل", "كتاب", "مساله", "فرع", "مطلب", "مبحث", "فايده", "ذكر"])
"""Nouns that open a division without a number in old books."""


def copy_of(source: SourceFile, settings: Settings) -> Copy:
    """Return the copy of a manuscript file."""
    lines = unwrapped(scan(source))
    openings = in_one_dress(lines, [open_line(line) for line in lines])
    return Copy(source, settings, lines, tuple(without_chance_labels(lines, openings)))
