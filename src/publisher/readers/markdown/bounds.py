"""Holds a file to the limits: its size before it is parsed, its blocks before their inside is parsed."""

from dataclasses import replace
from typing import Final

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from publisher.diagnostic import Diagnostic, Said, Stop, error
from publisher.readers.findings import TOO_DEEP
from publisher.readers.limits import BRACKETS, FILE, LINES, NESTING, PARAGRAPH, TABLE_CELLS
from publisher.readers.markdown.context import Context
from publisher.source import SourceFile

LONG_PARAGRAPH = error(
    "paragraph-limit",
    Said("فقرة من {count} محرف، والحد {limit}", "a paragraph of {count} characters; the limit is {limit}"),
    Said("اقسمها إلى فقرات بسطر فارغ.", "divide it with blank lines."),
)
LARGE_FILE = error(
    "text-limit",
    Said("في الملف {count} من {what}، والحد {limit}", "the file holds {count} {what}; the limit is {limit}"),
    Said("اقسمه إلى ملفات، فصلًا فصلًا.", "divide it into files, one for each chapter."),
)
LARGE_TABLE = error(
    "table-limit",
    Said("جدول من {count} خانة، والحد {limit}", "a table of {count} cells; the limit is {limit}"),
    Said("اقسمه إلى جداول.", "divide it into several tables."),
)
BOUNDS: Final = "publisher.context"
"""Where the parser's memory keeps the context of the reading."""


def hold_text_to_limits(source: SourceFile) -> None:
    """Raise Stop when a file is larger than what is read in bounded time."""
    sizes = (
        (len(source.text), FILE, Said("المحارف", "characters")),
        (len(source.line_starts), LINES, Said("الأسطر", "lines")),
        (source.text.count("["), BRACKETS, Said("الأقواس المفتوحة [", "opening brackets [")),
    )
    for count, limit, what in sizes:
        if count > limit:
            finding = LARGE_FILE.at(source.span(0, 0), count=count, limit=limit, what="{what}")
            message = Said(finding.message.ar.replace("{what}", what.ar), finding.message.en.replace("{what}", what.en))
            raise Stop(replace(finding, message=message))


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
