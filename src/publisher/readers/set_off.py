"""What is set off from the run: boxes, and the source in the last line of a quotation (`— المصدر`)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from publisher.nodes import Blocks, Box, BoxKind, Inlines, LineBreak, Paragraph
from publisher.readers.lines import leading_text, trimmed, without_start
from publisher.source import Span

_DASH = re.compile(r"\s*(?:[—–―]|--)\s+")


def boxed(kind: str, blocks: Blocks, title: Inlines, span: Span | None) -> Box:
    """Return a box of a kind; an epigraph's last line may be its source."""
    source: Inlines = ()
    if kind == BoxKind.EPIGRAPH:
        blocks, source = with_source(blocks)
    return Box(BoxKind(kind), blocks, title, source, span)


def with_source(blocks: Blocks) -> tuple[Blocks, Inlines]:
    """Return the blocks of a quotation without the source at its end, and the source."""
    if not blocks or not isinstance(last := blocks[-1], Paragraph):
        return blocks, ()
    if len(blocks) > 1 and (dash := _DASH.match(leading_text(last.content))):
        return blocks[:-1], without_start(last.content, dash.end())
    for at in range(len(last.content) - 1, -1, -1):
        node = last.content[at]
        after = last.content[at + 1 :]
        if isinstance(node, LineBreak) and (dash := _DASH.match(leading_text(after))):
            kept = replace(last, content=trimmed(last.content[:at]))
            return (*blocks[:-1], kept), without_start(after, dash.end())
    return blocks, ()


def last_line_source(lines: Sequence[str]) -> tuple[Sequence[str], str]:
    """Return raw lines without a last one that names the source, and the source."""
    if len(lines) > 1 and (dash := _DASH.match(lines[-1])):
        return lines[:-1], lines[-1][dash.end() :].strip()
    return lines, ""
