"""Tables: columns of numbers are known (NUM-09), and a paragraph `: caption {#id}` after a table joins it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from publisher.nodes import Block, Cell, Inlines, Paragraph, Table, inline_text
from publisher.readers.lines import leading_text, trimmed, without_start
from publisher.source import Span

_NUMBER = re.compile(r"[\s\u200e\u200f\u061c+−±~≈$€£-]*\d[\d.,٫٬/:×\s\u00a0-]*(?:[%٪‰]|[^\W\d_]{1,3}\.?)?\s*")
_NOTHING = frozenset(("", "-", "–", "—", "…"))
_CAPTION = re.compile(r":[ \t]+")


TYPED_LABEL = re.compile(
    r"(?P<label>(?:(?:ال)?جدول(?:\s+رقم)?\s*[(\[]?\s*[0-9٠-٩۰-۹]{1,3}(?:[-.][0-9٠-٩]{1,3})?\s*[)\]]?|Table\s+\d{1,3}))(?P<mark>\s*[:.\-–—]?)\s*"
)
"""A label typed before a caption: جدول (1): …"""


def read_table(
    rows: Sequence[Sequence[Inlines]],
    heads: int,
    identifier: str,
    span: Span | None,
    extents: Sequence[Sequence[tuple[int, int]]] = (),
) -> Table:
    """Return the table of rows of cells, the first `heads` of them its head; a caption may be typed as its last row.

    `extents` gives each cell's columns and rows where cells are merged.
    """
    rows, caption = _without_caption(rows) if len(rows) > heads else (rows, ())
    is_merged = any(extent != (1, 1) for row in extents for extent in row)
    columns = () if is_merged else zip_longest(*rows[heads:], fillvalue=())
    numeric = {at for at, column in enumerate(columns) if _is_numeric(column)}
    sizes = extents if is_merged else [[(1, 1)] * len(row) for row in rows]
    made = tuple(
        tuple(Cell(cell, *size, at in numeric) for at, (cell, size) in enumerate(zip(row, sizes_of_row, strict=True)))
        for row, sizes_of_row in zip(rows, sizes, strict=False)
    )
    has_head = any(inline_text(cell).strip() for row in rows[:heads] for cell in row)
    return Table(made[:heads] if has_head else (), made[heads:], caption, identifier, span=span)


def _without_caption(rows: Sequence[Sequence[Inlines]]) -> tuple[Sequence[Sequence[Inlines]], Inlines]:
    first, *others = rows[-1]
    opening = _CAPTION.match(leading_text(first))
    if opening is None or any(inline_text(cell).strip() for cell in others):
        return rows, ()
    return rows[:-1], trimmed(without_start(first, opening.end()))


def _is_numeric(column: Sequence[Inlines]) -> bool:
    texts = [inline_text(cell).strip() for cell in column]
    told = [text for text in texts if text not in _NOTHING]
    return bool(told) and all(_NUMBER.fullmatch(text) for text in told)


def with_captions(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with each caption paragraph joined to the table before it."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and out and isinstance(table := out[-1], Table) and not table.caption:
            opening = _CAPTION.match(leading_text(block.content))
            if opening:
                label, caption = _labelled(trimmed(without_start(block.content, opening.end())))
                out[-1] = replace(table, caption=caption, label=label or table.label, id=block.id or table.id)
                continue
        out.append(block)
    return out


def _labelled(caption: Inlines) -> tuple[str | None, Inlines]:
    """Return the label that a caption opens with, and the caption without it."""
    found = TYPED_LABEL.match(leading_text(caption))
    if found is None:
        return None, caption
    return (found["label"] + found["mark"]).strip(), trimmed(without_start(caption, found.end()))
