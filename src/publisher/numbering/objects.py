"""Numbers what is called by word and number: figures, tables (CAP-01), and notes (NOT-01, NOT-02)."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from publisher.arabic import digits
from publisher.book import Chapter
from publisher.nodes import Block, Figure, Inline, Note, NoteRef, Table
from publisher.numbering.labels import shown
from publisher.numbering.policy import Policy
from publisher.numbering.styles import write_levels
from publisher.walk import change_runs, iter_inlines, iter_runs, map_blocks, map_chapter_blocks, map_inlines
from publisher.words import words_of


@dataclass
class Objects:
    """Gives figures and tables their labels, in the order in which they stand: those with a caption or referred to."""

    policy: Policy
    chapter_numbers: dict[str, int]
    referred: frozenset[str]
    _counts: Counter[str] = field(default_factory=Counter)

    def chapter(self, chapter: Chapter) -> Chapter:
        """Return a chapter with its figures and tables labelled."""
        number = self.chapter_numbers.get(chapter.id)
        if self.policy.settings.figures != "chapter" or number is None:
            return self._numbered(chapter, (), self._counts)
        return self._numbered(chapter, (number,), Counter())

    def _numbered(self, chapter: Chapter, prefix: tuple[int, ...], counts: Counter[str]) -> Chapter:
        return replace(chapter, blocks=map_blocks(chapter.blocks, lambda block: self._block(block, prefix, counts)))

    def _block(self, block: Block, prefix: tuple[int, ...], counts: Counter[str]) -> Block:
        match block:
            case Figure() if block.caption or block.label or block.id in self.referred:
                return replace(block, label=self._label("figure", block.label, prefix, counts))
            case Table() if block.caption or block.label or block.id in self.referred:
                return replace(block, label=self._label("table", block.label, prefix, counts))
            case _:
                return block

    def _label(self, word: str, typed: str | None, prefix: tuple[int, ...], counts: Counter[str]) -> str:
        numbers = tuple(int(n) for n in _NUMBERS.findall(typed or ""))
        if typed and self.policy.labels == "keep":
            counts[word] = numbers[-1] if numbers else counts[word]
            return shown(_SIGNS_ROUND.sub("", typed), self.policy.family)
        is_kept = bool(numbers) and self.policy.labels == "normalise"
        counts[word] = numbers[-1] if is_kept else counts[word] + 1
        levels = numbers if is_kept and not prefix else (*prefix, counts[word])
        settings, manner = self.policy.settings, self.policy.manner()
        number = write_levels(levels, settings.order, settings.separator, manner)
        return f"{words_of(self.policy.language)[word]} {number}"


_NUMBERS = re.compile(r"\d+")
_SIGNS_ROUND = re.compile(r"[()\[\]]|[\s:.،\-–—]+$")
"""Brackets round a typed number, and the punctuation after it."""


@dataclass
class Notes:
    """Gives notes and their calls one number, in the order of the calls; it restarts by chapter or runs on."""

    family: str
    runs_on: bool
    """Whether the book has one run of numbers. Numbers by page are given after layout; until then by chapter."""
    _count: int = 0

    def chapter(self, chapter: Chapter) -> Chapter:
        """Return a chapter with its notes numbered and in the order of their calls."""
        if not self.runs_on:
            self._count = 0
        by_id = {note.id: note for note in chapter.notes}
        called = dict.fromkeys((*_called(chapter, by_id), *by_id))
        order = [by_id[key] for key in called if key in by_id]
        numbered = tuple(replace(note, label=self._label(note)) for note in order)
        labels = {note.id: note.label for note in numbered}

        def call(inline: Inline) -> Inline:
            return replace(inline, label=labels.get(inline.note, "")) if isinstance(inline, NoteRef) else inline

        def on_block(block: Block) -> Block:
            return change_runs(block, lambda run: map_inlines(run, call))

        return map_chapter_blocks(replace(chapter, notes=numbered), on_block)

    def _label(self, note: Note) -> str:
        if note.typed and set(note.typed) <= SIGNS:
            return note.typed
        self._count += 1
        return digits.number(self._count, self.family)


SIGNS = frozenset("*†‡§¶")
"""Note marks that an author may type instead of a number, kept as they are."""


def _called(chapter: Chapter, notes: dict[str, Note]) -> Iterable[str]:
    """Return the ids of a chapter's notes in the order of their first calls; a note may call another."""
    order: dict[str, None] = {}
    runs = list(iter_runs(chapter.blocks))
    if chapter.heading is not None:
        runs.insert(0, chapter.heading.title)
    for run in runs:
        for inline in iter_inlines(run):
            if isinstance(inline, NoteRef):
                order.setdefault(inline.note)
    for key in list(order):
        if key in notes:
            for run in iter_runs(notes[key].blocks):
                for inline in iter_inlines(run):
                    if isinstance(inline, NoteRef):
                        order.setdefault(inline.note)
    return order
