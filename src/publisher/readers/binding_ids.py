"""Ids made unique in the book and every target led to its own: `c01-s3`, `c01-fig-x`, `c01-n4`."""

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from publisher.book import Chapter
from publisher.diagnostic import Diagnostic, Said, error, warning
from publisher.nodes import (
    Block,
    Blocks,
    Figure,
    Heading,
    Inline,
    Inlines,
    Link,
    Note,
    NoteRef,
    PageRef,
    Paragraph,
    Reference,
    Table,
    Verse,
)
from publisher.source import Span
from publisher.walk import iter_inlines, iter_runs, map_blocks, map_inlines, map_runs

MISSING_TARGET = error(
    "missing-target",
    Said("إحالة إلى معرّف غير موجود: {target}", "a reference to an id that is not there: {target}"),
    Said("{near}", "{near}"),
)
DUPLICATE_ID = error(
    "duplicate-id",
    Said(
        "المعرّف {target} مستعمل مرتين في الملف (أوله في السطر {line})",
        "the id {target} is used twice in the file (first on line {line})",
    ),
    Said("غيّر أحدهما.", "change one of them."),
)
AMBIGUOUS_TARGET = warning(
    "ambiguous-target",
    Said("المعرّف {target} في أكثر من ملف، فأُحيل إلى أولها", "several files have the id {target}; the first is meant"),
    Said("اجعل لكل موضع معرّفًا وحده.", "give each place an id of its own."),
)
MISSING_NOTE = error(
    "missing-note",
    Said("حاشية مستدعاة لا نصّ لها: {name}", "a note is called that has no text: {name}"),
    Said("اكتب نصّ الحاشية أو احذف رقمها.", "write the note, or delete its call."),
)


@dataclass
class Ids:
    """The ids of the book as they are given out."""

    by_file: dict[str, dict[str, str]] = field(default_factory=dict)
    """The author's ids of each file, and what became of them."""
    by_book: dict[str, list[str]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)

    def give(self, file: str, prefix: str, own: str, fallback: str, span: Span | None) -> str:
        """Return the id in the book of a node: the author's under the chapter's, else `fallback` there."""
        if not own:
            return f"{prefix}-{fallback}" if fallback else ""
        made = f"{prefix}-{own}"
        if own in self.by_file.setdefault(file, {}):
            self.found.append(DUPLICATE_ID.at(span, target=own, line=self.lines[file, own]))
            return made
        self.lines[file, own] = span.line if span else 0
        self.by_file[file][own] = made
        self.by_book.setdefault(own, []).append(made)
        return made

    def target(self, file: str, own: str, span: Span | None) -> str | None:
        """Return the id in the book that a target of a file means; a missing one is told."""
        local = self.by_file.get(file, {}).get(own)
        if local is not None:
            return local
        places = self.by_book.get(own, [])
        if len(places) > 1:
            self.found.append(AMBIGUOUS_TARGET.at(span, target=own))
        if places:
            return places[0]
        close = difflib.get_close_matches(own, list(self.by_book), n=1)
        near = f"#{close[0]}?" if close else "{#" + own + "}"
        self.found.append(MISSING_TARGET.at(span, target=own, near=near))
        return None


class _Counted:
    """Gives ids to the nodes of one chapter."""

    def __init__(self, ids: Ids, file: str, prefix: str) -> None:
        self.ids = ids
        self.file = file
        self.prefix = prefix
        self.counts: Counter[str] = Counter()

    def node(self, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, id=self.next("s", block.id, block.span))
            case Figure():
                return replace(block, id=self.next("fig", block.id, block.span))
            case Table():
                return replace(block, id=self.next("tbl", block.id, block.span))
            case Paragraph() | Verse() if block.id:
                return replace(block, id=self.ids.give(self.file, self.prefix, block.id, "", block.span))
            case _:
                return block

    def next(self, kind: str, own: str, span: Span | None) -> str:
        self.counts[kind] += 1
        return self.ids.give(self.file, self.prefix, own, f"{kind}{self.counts[kind]}", span)

    def heading(self, heading: Heading | None) -> Heading | None:
        return None if heading is None else replace(heading, id=self.next("s", heading.id, heading.span))


def with_ids(ids: Ids, file: str, chapter: Chapter) -> Chapter:
    """Return a chapter whose nodes and notes have ids in the book; targets stay the author's until `with_targets`."""
    counted = _Counted(ids, file, chapter.id)
    heading = counted.heading(chapter.heading)
    blocks = map_blocks(chapter.blocks, counted.node)
    notes = tuple(replace(note, blocks=map_blocks(note.blocks, counted.node)) for note in chapter.notes)
    names = {note.id: f"{chapter.id}-n{number}" for number, note in enumerate(notes, 1)}
    notes = tuple(replace(note, id=names[note.id], blocks=_called(ids, note.blocks, names)) for note in notes)
    if heading is not None:
        heading = replace(heading, title=_calls(ids, heading.title, names))
    return replace(chapter, heading=heading, blocks=_called(ids, blocks, names), notes=notes)


def _called(ids: Ids, blocks: Blocks, names: Mapping[str, str]) -> Blocks:
    return map_runs(blocks, lambda run: _calls(ids, run, names))


def _calls(ids: Ids, run: Inlines, names: Mapping[str, str]) -> Inlines:
    def renamed(node: Inline) -> Inline:
        if not isinstance(node, NoteRef):
            return node
        if node.note not in names:
            ids.found.append(MISSING_NOTE.at(node.span, name=node.note))
        return replace(node, note=names.get(node.note, node.note))

    return map_inlines(run, renamed)


def notes_of(heading: Heading | None, blocks: Blocks, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes that a chapter calls, in the order of their calls; notes may call notes."""
    table = {note.id: note for note in notes}
    called: dict[str, Note] = {}
    waiting: list[Inlines] = [*([heading.title] if heading else []), *iter_runs(blocks)]
    while waiting:
        runs, waiting = waiting, []
        for name in (n.note for run in runs for n in iter_inlines(run) if isinstance(n, NoteRef)):
            if name in table and name not in called:
                called[name] = table[name]
                waiting += iter_runs(table[name].blocks)
    return tuple(called.values())


def with_targets(ids: Ids, file: str, chapter: Chapter) -> Chapter:
    """Return a chapter whose references and inner links mean ids in the book."""
    heading = chapter.heading
    if heading is not None:
        heading = replace(heading, title=led(ids, file, heading.title))
    notes = tuple(replace(note, blocks=_led(ids, file, note.blocks)) for note in chapter.notes)
    return replace(chapter, heading=heading, blocks=_led(ids, file, chapter.blocks), notes=notes)


def _led(ids: Ids, file: str, blocks: Blocks) -> Blocks:
    return map_runs(blocks, lambda run: led(ids, file, run))


def led(ids: Ids, file: str, run: Inlines) -> Inlines:
    """Return a run whose targets mean ids in the book."""

    def changed(node: Inline) -> Inline:
        match node:
            case Reference(target=own) | PageRef(target=own):
                return replace(node, target=ids.target(file, own, node.span) or own)
            case Link(target=own) if own.startswith("#"):
                return replace(node, target="#" + (ids.target(file, own[1:], node.span) or own[1:]))
            case _:
                return node

    return map_inlines(run, changed)
