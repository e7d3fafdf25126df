"""Writes what the reader understood into `[outline]` of `book.toml`, where the author corrects it by hand."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from publisher.source import SourceFile

_TABLE = re.compile(r"^\[outline\][^\n]*\n?(?:(?!\[)[^\n]*\n?)*?(?=^\[|\Z)", re.MULTILINE)
_SPACES = re.compile(r"\s+")


class OutlineFileMissing(Exception):  # noqa: N818 - names what is so
    """The book has no `book.toml` to write into."""


def write_outline(book: Path, outline: Mapping[str, Any], sources: Mapping[str, SourceFile]) -> Path:
    """Put every heading's line and its level into `[outline]`; return the file. What is there already stays above."""
    file = book / "book.toml"
    if not file.is_file():
        raise OutlineFileMissing
    text = file.read_text(encoding="utf-8")
    table = "\n".join(("[outline]", *_entries(outline, sources))) + "\n"
    if _TABLE.search(text):
        text = _TABLE.sub(lambda _: table + "\n", text, count=1).rstrip("\n") + "\n"
    else:
        text = f"{text.rstrip()}\n\n{table}"
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _entries(outline: Mapping[str, Any], sources: Mapping[str, SourceFile]) -> dict[str, None]:
    """Return one TOML line for each heading, in order; a line that stands twice is written once."""
    entries: dict[str, None] = {}
    for block in outline["blocks"]:
        if block["type"] == "heading":
            source = sources.get(block.get("file", ""))
            typed = source.line_text(block["line"]) if source else f"{block['label'] or ''} {block['title']}"
            key = json.dumps(_SPACES.sub(" ", typed).strip(), ensure_ascii=False)
            entries.setdefault(f'{key} = "heading {block["level"]}"')
    return entries
