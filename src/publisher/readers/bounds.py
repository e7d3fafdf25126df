"""Holds a file to the limits that every reader has: its size before it is read, its paragraphs after."""

import re
from collections.abc import Iterator
from dataclasses import replace

from publisher.diagnostic import Diagnostic, Said, Stop, error
from publisher.nodes import Blocks, CodeBlock, inline_text
from publisher.readers.limits import BRACKETS, FILE, LINES, PARAGRAPH, WORD
from publisher.source import SourceFile
from publisher.walk import iter_blocks, own_runs

LONG_PARAGRAPH = error(
    "paragraph-limit",
    Said("فقرة من {count} محرف، والحد {limit}", "a paragraph of {count} characters; the limit is {limit}"),
    Said("اقسمها إلى فقرات بسطر فارغ.", "divide it with blank lines."),
)
LONG_WORD = error(
    "long-word",
    Said("كلمة من {count} محرف، والحد {limit}", "a word of {count} characters; the limit is {limit}"),
    Said("افصلها بفراغات، أو احذف ما ليس كلامًا.", "part it with spaces, or take out what is no text."),
)
LARGE_FILE = error(
    "text-limit",
    Said("في الملف {count} من {what}، والحد {limit}", "the file holds {count} {what}; the limit is {limit}"),
    Said("اقسمه إلى ملفات، فصلًا فصلًا.", "divide it into files, one for each chapter."),
)

_LONG = re.compile(rf"\S{{{WORD + 1},}}")


def hold_text_to_limits(source: SourceFile, *, has_marks: bool) -> None:
    """Raise Stop when a file is larger than what is read in bounded time; brackets weigh where they are marks."""
    sizes = (
        (len(source.text), FILE, Said("المحارف", "characters")),
        (len(source.line_starts), LINES, Said("الأسطر", "lines")),
        (source.text.count("[") if has_marks else 0, BRACKETS, Said("الأقواس المفتوحة [", "opening brackets [")),
    )
    for count, limit, what in sizes:
        if count > limit:
            finding = LARGE_FILE.at(source.span(0, 0), count=count, limit=limit, what="{what}")
            message = Said(finding.message.ar.replace("{what}", what.ar), finding.message.en.replace("{what}", what.en))
            raise Stop(replace(finding, message=message))


def long_paragraphs(blocks: Blocks) -> Iterator[Diagnostic]:
    """Yield a finding for each paragraph, heading, cell or hemistich that no page could hold in bounded time."""
    for block in iter_blocks(blocks):
        for run in own_runs(block):
            text = inline_text(run)
            span = next((node.span for node in run if node.span is not None), getattr(block, "span", None))
            if len(text) > PARAGRAPH:
                yield LONG_PARAGRAPH.at(span, count=len(text), limit=PARAGRAPH)
            elif word := _LONG.search(text):
                yield LONG_WORD.at(span, count=len(word[0]), limit=WORD)
        if isinstance(block, CodeBlock) and (word := _LONG.search(block.text)):
            yield LONG_WORD.at(block.span, count=len(word[0]), limit=WORD)
