"""Walks over a Book, for every step that reads or rewrites it: `tree` over blocks and runs, `line` inside a run."""

from publisher.walk.tree import (
    change_inner,
    change_runs,
    chapter_blocks,
    inner_blocks,
    iter_blocks,
    iter_inlines,
    iter_runs,
    map_blocks,
    map_book_runs,
    map_chapter_blocks,
    map_chapters,
    map_inlines,
    map_note,
    map_runs,
    map_text,
    own_runs,
)

__all__ = [
    "change_inner",
    "change_runs",
    "chapter_blocks",
    "inner_blocks",
    "iter_blocks",
    "iter_inlines",
    "iter_runs",
    "map_blocks",
    "map_book_runs",
    "map_chapter_blocks",
    "map_chapters",
    "map_inlines",
    "map_note",
    "map_runs",
    "map_text",
    "own_runs",
]
