"""Holds the blocks of a Markdown file to the limits, before their inside is parsed."""

from typing import Final

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from publisher.diagnostic import Diagnostic, Said, Stop, error
from publisher.readers.bounds import LONG_PARAGRAPH
from publisher.readers.findings import TOO_DEEP
from publisher.readers.limits import NESTING, PARAGRAPH, TABLE_CELLS
from publisher.readers.markdown.context import Context

LARGE_TABLE = error(
    "table-limit",
    Said("جدول من {count} خانة، والحد {limit}", "a table of {count} cells; the limit is {limit}"),
    Said("اقسمه إلى جداول.", "divide it into several tables."),
)
BOUNDS: Final = "publisher.context"
"""Where the parser's memory keeps the context of the reading."""


def hold_to_limits(state: StateCore) -> None:
    """Raise Stop with every place where the text passes a limit."""
    context: Context = state.env[BOUNDS]
    found = [*_too_long(context, state.tokens), *_too_deep(context, state.tokens), *_too_large(context, state.tokens)]
    if found:
        raise Stop(*found)


def _too_long(context: Context, tokens: list[Token]) -> list[Diagnostic]:
    return [
        LONG_PARAGRAPH.at(context.lines(token.map), count=len(token.content), limit=PARAGRAPH)
        for token in tokens
        if token.type == "inline" and len(token.content) > PARAGRAPH
    ]


def _too_deep(context: Context, tokens: list[Token]) -> list[Diagnostic]:
    """The parser drops what lies deeper than the limit, so that reaching it is enough."""
    deep = next((token for token in tokens if token.level >= NESTING), None)
    return [] if deep is None else [TOO_DEEP.at(context.lines(deep.map), limit=NESTING)]


def _too_large(context: Context, tokens: list[Token]) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    opening, cells = None, 0
    for token in tokens:
        if token.type == "table_open":
            opening, cells = token, 0
        cells += token.type in ("td_open", "th_open")
        if token.type == "table_close" and opening is not None and cells > TABLE_CELLS:
            found.append(LARGE_TABLE.at(context.lines(opening.map), count=cells, limit=TABLE_CELLS))
    return found
