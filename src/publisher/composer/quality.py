"""How even the pages of a laid-out document are: word spaces, rivers, kashidas, edges. Stock documents measure too.

Only justified lines count: those that were filled to their measure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import fmean, pstdev
from typing import Any, Final

from weasyprint.formatting_structure import boxes

from publisher.arabic.letters import TATWEEL
from publisher.composer.setting import SPACES, Setting
from publisher.composer.state import Typesetting
from publisher.composer.styles import facts_of

RIVER_GAP: Final = 0.42
"""Narrower gaps (in em) make no river."""
_OVERLAP: Final = 0.15
_RIVER_LINES: Final = 3


@dataclass
class LineQuality:
    """One justified line. Lengths are CSS pixels but for the space."""

    page: int
    y: float
    em: float
    space: float
    """Width of its word spaces, in em."""
    spaces: int
    gaps: list[tuple[float, float]]
    """Where its word spaces stand."""
    kashidas: int
    edge: float
    """How far the farther end of the line stands from its measure."""
    text: str
    left: float
    right: float
    """From where to where it was laid out."""
    baseline: float


@dataclass
class Quality:
    """The justified lines of a document and their figures."""

    lines: list[LineQuality] = field(default_factory=list)

    def spaces(self) -> list[float]:
        """Return every word space, in em, from narrow to wide."""
        return sorted(line.space for line in self.lines for _ in range(line.spaces))

    def figures(self) -> dict[str, float]:
        """Return the figures by name: word spaces in em, rivers, kashidas a line, the worst edge in points."""
        spaces = self.spaces()
        if not spaces:
            return {}
        return {
            "lines": len(self.lines),
            "mean": fmean(spaces),
            "sd": pstdev(spaces),
            "p95": spaces[int(0.95 * (len(spaces) - 1))],
            "max": spaces[-1],
            "rivers": rivers(self.lines),
            "kashidas": fmean(line.kashidas for line in self.lines),
            "edge": max(line.edge for line in self.lines) * 0.75,
        }

    def loose(self, limit: float) -> list[LineQuality]:
        """Return the lines whose word spaces are wider than a limit."""
        return [line for line in self.lines if line.space > limit]


def quality_of(document: Any) -> Quality:
    """Measure a laid-out document."""
    typesetting = getattr(document.font_config, "typesetting", None) or Typesetting()
    found = Quality()
    for number, page in enumerate(document.pages):
        for line, block in _lines(page._page_box, None):
            measured = _line(typesetting, number, line, block)
            if measured is not None:
                found.lines.append(measured)
    return found


def _lines(box: Any, block: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(box, boxes.LineBox):
        yield box, block
        return
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.Box):
            yield from _lines(child, box)


def _texts(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
            yield from _texts(child)


def _line(typesetting: Typesetting, page: int, line: Any, block: Any) -> LineQuality | None:
    texts = [box for box in _texts(line) if box.text]
    extra = next((box.justification_spacing for box in texts if box.justification_spacing), 0.0)
    facts = facts_of(typesetting, line.style)
    if not extra or block is None or not facts.size:
        return None
    width = facts.space + extra
    gaps: list[tuple[float, float]] = []
    kashidas = 0
    for box in texts:
        setting: Setting | None = box.__dict__.get("_composer_setting")
        if setting is None:
            gaps += _stock_gaps(typesetting, box, extra)
        else:
            kashidas += sum(bool(run.inserted) for s in setting.stretches for run in s.items if run is not None)
            gaps += _gaps(setting, box.position_x)
    left = min(box.position_x for box in texts)
    right = max(box.position_x + box.width for box in texts)
    start, end = block.content_box_x(), block.content_box_x() + block.width
    is_rtl = line.style["direction"] == "rtl"
    edge = abs(left - start) if is_rtl else abs(right - end)
    text = "".join(box.text for box in texts)
    return LineQuality(
        page=page,
        y=line.position_y,
        em=facts.size,
        space=width / facts.size,
        spaces=len(gaps),
        gaps=gaps,
        kashidas=kashidas,
        edge=edge,
        text=text,
        left=left,
        right=right,
        baseline=line.position_y + line.baseline,
    )


def _gaps(setting: Setting, x: float) -> Iterator[tuple[float, float]]:
    for stretch in setting.stretches:
        at = x + stretch.x
        for run in stretch.items:
            wide = setting.space if run is None else run.width * setting.size
            if run is None:
                yield at, at + wide
            at += wide


def _stock_gaps(typesetting: Typesetting, box: Any, extra: float) -> Iterator[tuple[float, float]]:
    """Yield about where WeasyPrint's own spaces stand, right to left."""
    facts = facts_of(typesetting, box.style)
    at = box.position_x + box.width
    word = ""
    for character in box.text + "\0":
        if character not in SPACES and character != "\0":
            word += character
            continue
        measured = facts.type.word(word) if word else None
        at -= (measured.width * facts.size) if measured is not None else 0.0
        word = ""
        if character != "\0":
            yield at - facts.space - extra, at
            at -= facts.space + extra


def rivers(lines: list[LineQuality]) -> int:
    """Count the gaps wider than `RIVER_GAP` that hang under each other over three lines."""
    count = 0
    above: dict[tuple[float, float], int] = {}
    before: LineQuality | None = None
    for line in sorted(lines, key=lambda q: (q.page, q.y)):
        if before is None or before.page != line.page or line.y - before.y > 3 * line.em:
            above = {}
        current: dict[tuple[float, float], int] = {}
        for gap in line.gaps if line.space >= RIVER_GAP else ():
            chain = 1 + max((n for g, n in above.items() if _overlap(gap, g) > _OVERLAP * line.em), default=0)
            current[gap] = chain
            count += chain == _RIVER_LINES
        above = current
        before = line
    return count


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def tatweels(quality: Quality) -> int:
    """Count the tatweels that an author typed in the justified lines."""
    return sum(line.text.count(TATWEEL) for line in quality.lines)
