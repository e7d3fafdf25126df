"""Numbers the headings of a book: parts, chapters, sections, in reading order."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from publisher.book import Book, Chapter, Part
from publisher.nodes import Block, Heading
from publisher.numbering.labels import Label, order_of, read_label, shown
from publisher.numbering.policy import CHAPTER, PART, Policy
from publisher.numbering.sequence import Sequences
from publisher.walk import iter_blocks, map_blocks


@dataclass
class Headings:
    """Goes through a book once and gives each heading its label."""

    policy: Policy
    letters: str = "abjad"
    """Order in which the author's letters run."""
    sequences: Sequences = field(default_factory=Sequences)
    chapter_numbers: dict[str, int] = field(default_factory=dict)
    """Number of each numbered chapter, by its id: what figures and tables may count under."""
    _counts: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    _path: dict[int, int] = field(default_factory=dict)
    """Numbers of the headings that we stand under, by depth."""

    def book(self, book: Book) -> Book:
        """Return the book with its headings labelled."""
        self.letters = order_of(tuple(letter for letter in _letters(book) if letter))
        self._counts[CHAPTER] = self.policy.settings.start - 1
        return replace(
            book,
            front=tuple(map(self._outer_chapter, book.front)),
            body=tuple(self._division(division) for division in book.body),
            back=tuple(map(self._outer_chapter, book.back)),
        )

    def _division(self, division: Chapter | Part) -> Chapter | Part:
        if isinstance(division, Chapter):
            return self._chapter(division)
        heading = self._heading(division.heading, PART)
        opening = None if division.opening is None else self._outer_chapter(division.opening)
        return replace(
            division, heading=heading, opening=opening, chapters=tuple(map(self._chapter, division.chapters))
        )

    def _chapter(self, chapter: Chapter) -> Chapter:
        if chapter.role != "chapter":
            return self._outer_chapter(chapter)
        heading = chapter.heading
        if heading is not None:
            heading = self._heading(heading, CHAPTER)
            if (number := self._path.get(CHAPTER)) is not None:
                self.chapter_numbers[chapter.id] = number
        return replace(chapter, heading=heading, blocks=map_blocks(chapter.blocks, self._section))

    def _outer_chapter(self, chapter: Chapter) -> Chapter:
        """Front and back matter carry only what was typed."""
        heading = None if chapter.heading is None else self._kept(chapter.heading)
        return replace(chapter, heading=heading, blocks=map_blocks(chapter.blocks, self._kept_block))

    def _kept(self, heading: Heading) -> Heading:
        return replace(heading, label=shown(heading.typed, self.policy.family) if heading.typed else None)

    def _kept_block(self, block: Block) -> Block:
        return self._kept(block) if isinstance(block, Heading) else block

    def _section(self, block: Block) -> Block:
        return self._heading(block, self.policy.depth(block)) if isinstance(block, Heading) else block

    def _heading(self, heading: Heading, depth: int) -> Heading:
        self._enter(depth)
        typed = None if heading.typed is None else read_label(heading.typed, self.letters)
        if typed is not None and heading.typed is not None:
            label = self._of_typed(heading, heading.typed, typed, depth)
        elif self.policy.numbers(heading, depth) and not self._lacks_levels(depth):
            label = self.policy.label(self._next(depth), depth)
        else:
            label = None
        return replace(heading, label=label)

    def _of_typed(self, heading: Heading, text: str, typed: Label, depth: int) -> str:
        kept = shown(text, self.policy.family)
        if typed.number is None:
            return kept
        if self.policy.labels == "renumber" and self.policy.style(depth) != "none" and not self._lacks_levels(depth):
            return self.policy.label(self._next(depth), depth, replace(typed, suffix=""))
        self._counts[depth] = self._path[depth] = typed.number
        self.sequences.follow(depth, typed, kept, heading.span)
        if self.policy.labels == "normalise" and self.policy.style(depth) != "none" and not self._lacks_levels(depth):
            return self.policy.label(self._levels(depth), depth, typed)
        return kept

    def _enter(self, depth: int) -> None:
        """Leave what is as deep as this heading, and start the counts below it again; chapters run on through parts."""
        for deeper in [d for d in self._path if d >= depth]:
            del self._path[deeper]
        for deeper in [d for d in self._counts if d > max(depth, CHAPTER)]:
            del self._counts[deeper]
        self.sequences.enter(depth)

    def _next(self, depth: int) -> tuple[int, ...]:
        self._counts[depth] += 1
        self._path[depth] = self._counts[depth]
        return self._levels(depth)

    def _levels(self, depth: int) -> tuple[int, ...]:
        return tuple(self._path[d] for d in sorted(self._path) if CHAPTER <= d <= depth) or (self._path[depth],)

    def _lacks_levels(self, depth: int) -> bool:
        """Whether a number of several levels would miss one: a heading above carries none."""
        above = range(CHAPTER, depth)
        return self.policy.style(depth) == "multilevel" and any(d not in self._path for d in above)


def _letters(book: Book) -> list[str]:
    typed = [h.typed for c in book.chapters() for h in iter_blocks(c.blocks) if isinstance(h, Heading) and h.typed]
    return [text.strip("()[] ") for text in typed if len(text.strip("()[] ")) == 1]
