"""Tables: cells between pipes, tabs or aligned gaps, with the caption above."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from publisher.arabic.digits import ALL
from publisher.nodes import Cell, Inlines, Table
from publisher.readers.plain.claim import Claim, Kind, Make, Maker, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.names import signs
from publisher.readers.plain.verse import halves
from publisher.readers.tables import TYPED_LABEL

Cells = tuple[tuple[int, int], ...]
"""Start and end of each cell in its line."""

_RULE = re.compile(r"[|+:\-–—=\s]+$")
_NUMBER = re.compile(r"[-+]?[0-9٠-٩۰-۹][0-9٠-٩۰-۹.,٫٬/%٪$\s]*$|[-–—]$")
_SIGNED = 3
"""Most lines of signatures side by side: office, name, day."""
_GAP = re.compile(r"[ \u00a0]{3,}")


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every table."""
    at = 0
    while at < len(copy):
        sign = _sign(copy, at)
        if sign is None:
            at += 1
            continue
        end = at + 1
        while end < len(copy) and _sign(copy, end) == sign and (copy.lines[end].blanks_before == 0 or sign == "|"):
            end += 1
        claim = _claim(copy, at, end, sign)
        if claim is not None:
            yield claim
        at = end


def _sign(copy: Copy, i: int) -> str | None:
    text, label = copy.lines[i].text, copy.openings[i].label
    if label is not None and not label.is_bare and not label.form.startswith("noun"):
        text = copy.words(i)
    if text.count("|") >= 2 or (text.count("|") == 1 and " | " in text):
        return "|"
    if "|" in text and _RULE.match(text):
        return "|"
    if label is not None and label.is_bullet:
        return None
    return "\t" if "\t" in text else " " if "   " in text else None


def cells(text: str, sign: str) -> Cells:
    """Return where the cells of a row stand."""
    if sign == " ":
        bounds = [(m.start(), m.end()) for m in _GAP.finditer(text)]
        starts = [0, *(end for _, end in bounds)]
        ends = [*(start for start, _ in bounds), len(text)]
        return tuple(zip(starts, ends, strict=True))
    found, at = [], 0
    for piece in text.split(sign):
        inner = piece.strip()
        start = at + (piece.index(inner) if inner else 0)
        found.append((start, start + len(inner)))
        at += len(piece) + 1
    if sign == "\t":
        return tuple(cell for cell in found if cell[0] < cell[1])
    first = 1 if found[0][0] == found[0][1] else 0
    last = len(found) - 1 if found[-1][0] == found[-1][1] else len(found)
    return tuple(found[first:last])


def _claim(copy: Copy, first: int, end: int, sign: str) -> Claim | None:
    rows = [i for i in range(first, end) if not (sign == "|" and _RULE.match(copy.lines[i].text))]
    ruled = len(rows) < end - first
    found = {i: cells(copy.lines[i].text, sign) for i in rows}
    widths = [len(row) for row in found.values()]
    if (len(rows) < 2 and not (ruled and rows)) or max(widths, default=0) < 2:
        return None
    agree = Counter(widths).most_common(1)[0][1] / len(widths)
    reasons = [Reason("cells in columns", 5.0 * len(rows)), Reason(f"{agree:.0%} of rows agree", 8.0 * agree - 6.0)]
    if sign != "|":
        verse = sum(halves(copy.lines[i].text) is not None for i in rows) / len(rows)
        reasons.append(Reason("reads like hemistichs", -6.0 * len(rows) * verse if verse > 0.6 else 0.0))
    if sign != "|" and len(rows) <= _SIGNED and _is_signed(copy, rows[0], found[rows[0]]):
        reasons.append(Reason("who signs, side by side", -12.0 * len(rows)))
    numbered = sum(_is_numbered(copy, i) for i in rows) / len(rows)
    if sign != "|" and numbered > 0.99 and max(widths) < 4:
        reasons.append(Reason("items with a number or letter", -9.0 * len(rows)))
    if sign == " " and max(widths) < 3 and len(rows) < 3:
        reasons.append(Reason("only a few gaps", -4.0))
    caption = _caption_above(copy, first)
    detail = _maker(copy, rows, found, ruled=ruled, caption=caption)
    return Claim(Kind.TABLE, first if caption is None else first - 1, end - 1, tuple(reasons), detail)


def _is_signed(copy: Copy, i: int, row: Cells) -> bool:
    return all(signs(copy.lines[i].text[start:end]) for start, end in row)


def _is_numbered(copy: Copy, i: int) -> bool:
    label = copy.openings[i].label
    return label is not None and label.form in ("number", "letter", "latin", "LATIN") and not label.is_bare


def _caption_above(copy: Copy, first: int) -> int | None:
    if first == 0 or not TYPED_LABEL.match(copy.lines[first - 1].text) or copy.lines[first].blanks_before > 1:
        return None
    return first - 1 if copy.lines[first - 1].words <= 25 else None


def _maker(copy: Copy, rows: Sequence[int], found: dict[int, Cells], *, ruled: bool, caption: int | None) -> Make:
    def make(maker: Maker) -> Table:
        texts = [[copy.lines[i].text[a:b] for a, b in found[i]] for i in rows]
        numeric = _numeric_columns(texts)
        made = [
            tuple(Cell(maker.content(i, a, b), is_numeric=at in numeric) for at, (a, b) in enumerate(found[i]))
            for i in rows
        ]
        heads = 1 if len(made) > 1 and (ruled or _is_head(texts, numeric)) else 0
        label: str | None = None
        words: Inlines = ()
        if caption is not None:
            mark = TYPED_LABEL.match(copy.lines[caption].text)
            label = (mark["label"] + mark["mark"]).strip() if mark else None
            words = maker.content(caption, mark.end() if mark else 0)
        span = maker.span(rows[0] if caption is None else caption, rows[-1])
        return Table(tuple(made[:heads]), tuple(made[heads:]), words, label=label, span=span)

    return make


def _numeric_columns(texts: Sequence[Sequence[str]]) -> set[int]:
    width = max(len(row) for row in texts)
    body = texts[1:] if len(texts) > 1 else texts
    return {at for at in range(width) if all(at >= len(row) or _NUMBER.match(row[at]) for row in body)}


def _is_head(texts: Sequence[Sequence[str]], numeric: set[int]) -> bool:
    return not any(c in ALL for cell in texts[0] for c in cell) and (bool(numeric) or len(texts) > 2)
