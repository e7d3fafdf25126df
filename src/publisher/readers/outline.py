"""What a reader understood, as plain data for `publisher outline --json`, for people and for tests."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from publisher.arabic.letters import BIDI_CONTROLS
from publisher.nodes import (
    Block,
    Box,
    CodeBlock,
    Definitions,
    Figure,
    Foreign,
    Heading,
    Inlines,
    LineBreak,
    Link,
    List,
    NoteRef,
    PageRef,
    Paragraph,
    Quotation,
    Quran,
    Reference,
    Scripture,
    Separator,
    Styled,
    Table,
    Text,
    Verse,
    inline_text,
)
from publisher.readers.reading import Reading

Entry = dict[str, Any]

_WORDS = 4
_CONTROLS = dict.fromkeys(map(ord, BIDI_CONTROLS | {"\ufeff"}))


def outline(reading: Reading, *, notes_last: bool = False) -> Entry:
    """Return the outline of a reading; with `notes_last`, all notes are one entry at its end."""
    title = _plain(reading.title) or None
    placed = [(_at(block.span), entry) for block in reading.blocks for entry in entries(block)]
    if reading.subtitle:
        placed.append((_at(getattr(reading.subtitle[0], "span", None)), _paragraph(reading.subtitle)))
        placed.sort(key=lambda pair: pair[0])
    blocks = [entry for _, entry in placed]
    return {"title": title, "blocks": _with_notes(reading, placed, notes_last=notes_last) if reading.notes else blocks}


def _at(span: Any) -> tuple[int, int]:
    return (span.start, span.line) if span is not None else (1 << 60, 0)


def _with_notes(reading: Reading, placed: Sequence[tuple[tuple[int, int], Entry]], *, notes_last: bool) -> list[Entry]:
    """Return the entries with a `notes` entry where each list of notes stands."""
    if notes_last:
        return [*(entry for _, entry in placed), {"type": "notes", "items": len(reading.notes)}]
    notes = [(_at(note.span), None) for note in reading.notes]
    in_order = sorted([*placed, *notes], key=lambda pair: pair[0])
    out: list[Entry] = []
    for is_note, group in groupby(in_order, key=lambda pair: pair[1] is None):
        if is_note:
            members = list(group)
            out.append({"type": "notes", "items": len(members), "line": members[0][0][1]})
        else:
            out += [entry for _, entry in group if entry is not None]
    return out


def entries(block: Block) -> Iterator[Entry]:
    """Yield what the outline says of a block."""
    line = block.span.line if block.span is not None else None
    for entry in _entries(block):
        yield entry if line is None else {**entry, "line": entry.get("line", line)}


def _entries(block: Block) -> Iterator[Entry]:
    match block:
        case Heading(level=level, typed=typed, title=title):
            yield {"type": "heading", "level": level, "label": typed, "title": _plain(title)}
        case Paragraph(content=content):
            yield _paragraph(content)
        case List():
            yield {"type": "list", "ordered": block.is_ordered, "items": len(block.items), "depth": depth(block)}
        case Verse(bayts=bayts):
            yield {"type": "verse", "lines": len(bayts)}
        case Table():
            yield from _table(block)
        case Box(blocks=blocks, title=title):
            if title:
                yield _paragraph(title)
            yield from (entry for inner in blocks for entry in entries(inner))
        case Definitions(items=items):
            yield {"type": "list", "ordered": False, "items": len(items), "depth": 1}
        case Quotation() | Quran():
            yield {"type": "quote"}
        case CodeBlock():
            yield {"type": "code"}
        case Figure():
            yield {"type": "figure"}
        case Separator():
            yield {"type": "separator"}


def _table(table: Table) -> Iterator[Entry]:
    rows = (*table.head, *table.rows)
    if table.caption and table.label:
        yield {"type": "paragraph", "starts": _start(f"{table.label} {_plain(table.caption)}")}
    yield {"type": "table", "rows": len(rows), "columns": max((sum(c.columns for c in row) for row in rows), default=0)}


def depth(block: List) -> int:
    """Return how deep the lists in a list go, itself counted."""
    inner = (depth(b) for item in block.items for b in item.blocks if isinstance(b, List))
    return 1 + max(inner, default=0)


def _paragraph(content: Inlines) -> Entry:
    return {"type": "paragraph", "starts": _start("".join(_words(content)))}


_MARK = re.compile(
    "(?:[-–—―•●○◦▪▫■□◆◇►▶➢✓✔✗✘★☆·*+ـ\U0001f1e6-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+[ \t\u00a0]*)+(?=\\S)"
)


def _start(text: str) -> str:
    bare = text[:_REACH].translate(_CONTROLS).lstrip()
    mark = _MARK.match(bare)
    return " ".join(bare[mark.end() if mark else 0 :].split()[:_WORDS])


_REACH = 400


def _plain(content: Inlines) -> str:
    return " ".join("".join(_words(content)).translate(_CONTROLS).split())


def _words(content: Iterable[Any]) -> Iterator[str]:
    """Yield the words as typed: words of the Qur'an keep their brackets here."""
    for node in content:
        match node:
            case Scripture(text=text):
                yield f"﴿{text}﴾"
            case Text(text=text):
                yield text
            case Styled(content=inner) | Foreign(content=inner) | Link(content=inner):
                yield from _words(inner)
            case LineBreak():
                yield " "
            case NoteRef() | PageRef() | Reference():
                pass
            case _:
                yield inline_text((node,))
