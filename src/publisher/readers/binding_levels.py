"""Heading levels made a tree: counted from 1, without gaps, whatever levels the author used."""

from collections.abc import Iterable
from dataclasses import replace

from publisher.nodes import Block, Blocks, Heading


def even_levels(blocks: Iterable[Block], first: int = 1) -> Blocks:
    """Return blocks whose headings stand one level below the heading that holds them, the outermost at `first`."""
    out: list[Block] = []
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            out.append(replace(block, level=min(first + len(above) - 1, 6)))
        else:
            out.append(block)
    return tuple(out)
