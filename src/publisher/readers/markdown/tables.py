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


def read_table(rows: Sequence[Sequence[Inlines]], heads: int, identifier: str, span: Span | None) -> Table:
    """Return the table of rows of cells, the first `heads` of them its head; a caption may be typed as its last row."""
    rows, caption = _without_caption(rows) if len(rows) > heads else (rows, ())
    numeric = [_is_numeric(column) for column in zip_longest(*rows[heads:], fillvalue=())]
    made = tuple(
        tuple(Cell(cell, is_numeric=at < len(numeric) and numeric[at]) for at, cell in enumerate(row)) for row in rows
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
                caption = trimmed(without_start(block.content, opening.end()))
                out[-1] = replace(table, caption=caption, id=block.id or table.id)
                continue
        out.append(block)
    return out
