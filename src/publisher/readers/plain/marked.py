"""Lines behind bullets and pictographs, and which of them stand over text of their own as headings do."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from publisher.readers.plain.lines import Line
from publisher.readers.plain.opening import Opening

_LONG = 8
_FEW = 3
"""Fewer lines of a kind than this are no habit."""


class Marked:
    """The bulleted lines of a copy, by what marks them."""

    def __init__(self, lines: Sequence[Line], openings: Sequence[Opening]) -> None:
        self.lines = lines
        self.openings = openings

    @cached_property
    def bulleted(self) -> Mapping[str, tuple[int, ...]]:
        """Where the lines of each bullet stand."""
        found: dict[str, list[int]] = {}
        for i, opening in enumerate(self.openings):
            if opening.label is not None and opening.label.is_bullet:
                found.setdefault(opening.label.mark, []).append(i)
        return {mark: tuple(places) for mark, places in found.items()}

    @cached_property
    def bannered(self) -> frozenset[int]:
        """Bulleted lines that stand over text of their own, as most of their like do (🔹 over a section)."""
        like: dict[tuple[str, int], list[int]] = {}
        for mark, places in self.bulleted.items():
            for i in places:
                if i + 1 < len(self.lines):
                    like.setdefault((mark, self.lines[i].indent), []).append(i)
        over = {key: [i for i in places if self._is_banner(i)] for key, places in like.items()}
        return frozenset(i for key, found in over.items() if 1 < len(found) >= 0.7 * len(like[key]) for i in found)

    def _is_banner(self, i: int) -> bool:
        line, after = self.lines[i], self.lines[i + 1]
        return line.blanks_after > 0 and self.openings[i + 1].label is None and after.indent <= line.indent

    @cached_property
    def crowned(self) -> frozenset[int]:
        """Short lines behind a pictograph that stand over text or a list of another kind, when there are several."""
        found = [i for i in range(len(self.lines) - 1) if self._is_crowned(i)]
        return frozenset(found) if len(found) > 1 else frozenset()

    def _is_crowned(self, i: int) -> bool:
        line = self.lines[i]
        if self.openings[i].form != "picture" or line.words > _LONG or line.ending not in ("", "؟", "!", ":"):
            return False
        near = (self.openings[i - 1].form if i else "", self.openings[i + 1].form)
        return "picture" not in near and not line.prefix and (i == 0 or line.blanks_before > 0 or near[0] != "")

    @cached_property
    def pictured(self) -> frozenset[int]:
        """Short lines behind a pictograph that no other line has, over text or a list: the heads of a letter of news."""
        own = [marked[0] for marked in self.bulleted.values() if len(marked) == 1 and self._is_pictured(marked[0])]
        over = [i for i in own if self._is_over(i)]
        return frozenset(over) if len(over) >= _FEW and len(over) >= 0.6 * len(own) else frozenset()

    def _is_pictured(self, i: int) -> bool:
        line = self.lines[i]
        return i > 0 and self.openings[i].form == "picture" and line.words <= _LONG and line.ending in ("", ":", "؟")

    def _is_over(self, i: int) -> bool:
        """Whether text is below a line, or a list that another bullet marks."""
        if i + 1 == len(self.lines):
            return False
        label = self.openings[i + 1].label
        return label is None or not label.is_bullet or len(self.bulleted[label.mark]) > 1
