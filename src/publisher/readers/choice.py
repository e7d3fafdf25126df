"""Chooses the reader of a manuscript file: by its name, else by what it holds."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

from publisher.config import Settings
from publisher.diagnostic import Stop
from publisher.manuscript.word import WordFile
from publisher.readers.bounds import hold_text_to_limits, long_paragraphs
from publisher.readers.reading import Reading
from publisher.source import SourceFile

_MARKDOWN: Final = frozenset((".md", ".markdown"))
_SIGNS: Final = (
    re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.MULTILINE | re.DOTALL),
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^:{3,} ?\w", re.MULTILINE),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"\]\((?:#|https?:)[^)\s]*\)"),
    re.compile(r"^\[\^[^\]\s]+\]:", re.MULTILINE),
)


def read(source: SourceFile, settings: Settings) -> Reading:
    """Return a manuscript file as nodes. Raises Stop where it passes a limit."""
    hold_text_to_limits(source, has_marks=False)
    reading = reader_of(source)(source, settings)
    texts = (reading.blocks, *(note.blocks for note in reading.notes))
    if found := tuple(finding for blocks in texts for finding in long_paragraphs(blocks)):
        raise Stop(*found)
    return reading


def reader_of(source: SourceFile) -> Callable[[SourceFile, Settings], Reading]:
    """Return the reader for a file."""
    if isinstance(source, WordFile):
        from publisher.readers import docx

        return docx.read
    suffix = PurePosixPath(source.name).suffix.lower()
    is_markdown = suffix in _MARKDOWN or (suffix != ".txt" and _looks_like_markdown(source.text))
    if is_markdown:
        from publisher.readers import markdown

        return markdown.read
    from publisher.readers import plain

    return plain.read


def _looks_like_markdown(text: str) -> bool:
    return sum(sign.search(text) is not None for sign in _SIGNS) >= 2
