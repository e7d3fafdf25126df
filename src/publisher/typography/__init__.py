"""House style: punctuation, quotes, spaces, digits, no-break spaces. Each rule is a setting; each change is recorded.

Pure and idempotent. Code, formulas, foreign words, addresses, Latin phrases and the Qur'an are never touched, and a
block in another language than Arabic is left as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from publisher.arabic import digits
from publisher.arabic.letters import has_arabic
from publisher.book import Book, Chapter, Part
from publisher.config import Settings
from publisher.diagnostic import Diagnostic
from publisher.nodes import Block, Blocks, Heading, Inlines, Paragraph, Quotation, Role, Table, Text, inline_text
from publisher.source import SourceFile
from publisher.typography.changes import Change, recorded, summary
from publisher.typography.rule import House, Rule, apply_rule
from publisher.typography.rules import RULES
from publisher.walk import change_inner, change_runs, map_chapters
from publisher.walk.line import Flat, flatten, restored

__all__ = ["Change", "Prepared", "apply", "apply_to_text", "prepare", "summary"]


@dataclass(frozen=True)
class Prepared:
    """A book in house style, and what was changed for it."""

    book: Book
    changes: tuple[Change, ...]


def apply(book: Book, settings: Settings, sources: Iterable[SourceFile] = ()) -> tuple[Book, tuple[Diagnostic, ...]]:
    """Return the book in house style and one note a rule that changed something."""
    prepared = prepare(book, settings, sources)
    return prepared.book, summary(prepared.changes)


def prepare(book: Book, settings: Settings, sources: Iterable[SourceFile] = ()) -> Prepared:
    """Return the book in house style with every change; places are exact where the sources are given."""
    if settings.language.split("-")[0].lower() != "ar":
        return Prepared(book, ())
    stylist = _Stylist.of(settings, {source.name: source for source in sources})
    return Prepared(stylist.book(book), tuple(stylist.changes))


def apply_to_text(text: str, settings: Settings, kind: str = "text") -> str:
    """Return a piece of text by itself in house style."""
    return inline_text(_Stylist.of(settings, {}).run((Text(text),), kind))


_ROUNDS = 8
"""What one rule mends may let another see more; a line is gone over until it rests."""


@dataclass
class _Stylist:
    house: House
    rules: tuple[Rule, ...]
    sources: Mapping[str, SourceFile]
    changes: list[Change] = field(default_factory=list)

    @classmethod
    def of(cls, settings: Settings, sources: Mapping[str, SourceFile]) -> "_Stylist":
        family = settings.typography.digits
        family = digits.family_of_locale(settings.language) if family == "auto" else family
        rules = tuple(rule for rule in RULES if rule.switch.is_on(settings.typography))
        return cls(House(settings.typography, family), rules, sources)

    def book(self, book: Book) -> Book:
        """Return a book in house style."""
        metadata = replace(
            book.metadata,
            title=self._string(book.metadata.title),
            subtitle=self._string(book.metadata.subtitle),
        )
        book = map_chapters(replace(book, metadata=metadata), self._chapter)
        return replace(book, body=tuple(self._division(division) for division in book.body))

    def _string(self, text: str) -> str:
        return inline_text(self.run((Text(text),), "metadata")) if text else text

    def _division(self, division: Chapter | Part) -> Chapter | Part:
        if isinstance(division, Chapter):
            return division
        return replace(division, heading=self._heading(division.heading))

    def _chapter(self, chapter: Chapter) -> Chapter:
        return replace(
            chapter,
            heading=None if chapter.heading is None else self._heading(chapter.heading),
            blocks=self._blocks(chapter.blocks),
            notes=tuple(replace(note, blocks=self._blocks(note.blocks)) for note in chapter.notes),
        )

    def _heading(self, heading: Heading) -> Heading:
        return replace(heading, title=self.run(heading.title, "title"))

    def _blocks(self, blocks: Blocks) -> Blocks:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph | Quotation) and block.language and not block.language.startswith("ar"):
            return block
        kind = _kind(block)
        return change_runs(change_inner(block, self._blocks), lambda run: self.run(run, kind))

    def run(self, run: Inlines, kind: str) -> Inlines:
        """Return one run in house style."""
        flat = first = flatten(run, kind)
        if not _is_ours(flat.text):
            return run
        for _ in range(_ROUNDS):
            before = flat
            flat = self._round(flat)
            if flat is before:
                break
        return run if flat is first else restored(run, flat)

    def _round(self, flat: Flat) -> Flat:
        """Return a line after every rule once; the same line where none found anything."""
        for rule in self.rules:
            before = flat
            flat, edits = apply_rule(rule, flat, self.house)
            if edits:
                self.changes.extend(recorded(rule, before, edits, self.sources))
        return flat


def _kind(block: Block) -> str:
    match block:
        case Heading():
            return "title"
        case Table():
            return "cell"
        case Paragraph(role=Role.DIALOGUE):
            return "dialogue"
        case _:
            return "text"


def _is_ours(text: str) -> bool:
    """Whether a line is Arabic, or says nothing in any script (a cell of numbers)."""
    return has_arabic(text) or not any(c.isalpha() for c in text)
