"""What the house wants of labels: which levels carry numbers, in which style, after which noun.

Depth counts from the chapter: 1 is a chapter's heading (or the highest heading of an article), 2 its sections, and so
on; 0 is a part.
"""

from collections import Counter
from dataclasses import dataclass

from publisher.arabic import digits
from publisher.arabic.ordinals import Form
from publisher.book import Book, Chapter, Part
from publisher.config import NumberingSettings, Settings
from publisher.nodes import Heading
from publisher.numbering.labels import Label, division_of, form_of
from publisher.numbering.styles import Manner, write, write_levels
from publisher.walk import iter_blocks
from publisher.words import words_of

BOOK_LEVELS = ("ordinal", "ordinal", "decimal", "abjad")
"""Styles by depth where the settings name none: الفصل الأول، أولًا، ١، أ."""
ARTICLE_LEVELS = ("ordinal", "decimal", "abjad")

PART, CHAPTER = 0, 1


@dataclass(frozen=True)
class Policy:
    """The house's numbering of one book."""

    settings: NumberingSettings
    family: str
    language: str
    is_article: bool
    chapter_level: int
    """Level of chapter headings in this book's tree."""
    typed_depths: frozenset[int]
    """Depths at which the author typed labels in the body."""

    @property
    def labels(self) -> str:
        """`keep`, `normalise` or `renumber`."""
        return self.settings.labels

    def depth(self, heading: Heading) -> int:
        """Return the depth of a heading inside a chapter or article."""
        if self.is_article:
            return heading.level
        return max(CHAPTER + 1, heading.level - self.chapter_level + 1)

    def style(self, depth: int) -> str:
        """Return the style of a depth; `none` past the last."""
        if depth == PART:
            return "ordinal"
        levels = self.settings.levels or (ARTICLE_LEVELS if self.is_article else BOOK_LEVELS)
        return levels[depth - 1] if depth <= len(levels) else "none"

    def noun(self, depth: int) -> str:
        """Return the noun before the number of a depth, or empty."""
        nouns = self.settings.nouns
        if 1 <= depth <= len(nouns):
            return nouns[depth - 1]
        if self.is_article:
            return ""
        return {PART: self.settings.part, CHAPTER: self.settings.division}.get(depth, "")

    def numbers(self, heading: Heading, depth: int) -> bool:
        """Whether the tool gives this heading a number where its author typed none."""
        if not heading.is_numbered or self.style(depth) == "none":
            return False
        if depth in self.typed_depths:
            return self.labels == "renumber"
        asked = 1 <= depth <= max(len(self.settings.levels), len(self.settings.nouns))
        return asked or (depth <= CHAPTER and not self.is_article)

    def manner(self, form: Form = Form.ADVERB) -> Manner:
        """Return how numbers are written in this book."""
        return Manner(self.family, form, self.language)

    def label(self, numbers: tuple[int, ...], depth: int, typed: Label | None = None) -> str:
        """Return the label of a heading: the numbers of the headings above it and its own, outermost first."""
        style = self.style(depth)
        suffix = f" {typed.suffix}" if typed is not None and typed.suffix else ""
        if style == "multilevel":
            levels = write_levels(numbers, self.settings.order, self.settings.separator, self.manner())
            return levels + suffix
        noun = typed.noun if typed is not None and typed.noun else self.noun(depth)
        if not noun:
            return write(numbers[-1], style, self.manner()) + suffix
        if not self.language.startswith("ar"):
            return f"{self._foreign_noun(depth, noun)} {write(numbers[-1], 'decimal', self.manner())}{suffix}"
        division = division_of(noun, self.language)
        return f"{division.definite} {write(numbers[-1], style, self.manner(form_of(division)))}{suffix}"

    def _foreign_noun(self, depth: int, noun: str) -> str:
        defaults = NumberingSettings()
        key = {(PART, defaults.part): "part", (CHAPTER, defaults.division): "chapter"}.get((depth, noun))
        return noun if key is None else words_of(self.language)[key]


def policy_of(book: Book, settings: Settings) -> Policy:
    """Return the numbering of a book: its settings, and what its author typed."""
    level = _chapter_level(book)
    family = family_of(settings)
    blank = Policy(settings.numbering, family, settings.language, book.is_article, level, frozenset())
    return Policy(settings.numbering, family, settings.language, book.is_article, level, _typed_depths(book, blank))


def family_of(settings: Settings) -> str:
    """Return the digit family of the numbers that the tool makes (NUM-01, NUM-04)."""
    family = settings.typography.digits
    return digits.family_of_locale(settings.language) if family == "auto" else family


def _chapter_level(book: Book) -> int:
    levels = Counter(c.heading.level for c in body_chapters(book) if c.heading is not None)
    return levels.most_common(1)[0][0] if levels else 1


def _typed_depths(book: Book, policy: Policy) -> frozenset[int]:
    depths: set[int] = set()
    for division in book.body:
        if isinstance(division, Part) and division.heading.typed:
            depths.add(PART)
    for chapter in body_chapters(book):
        if chapter.heading is not None and chapter.heading.typed:
            depths.add(CHAPTER)
        blocks = iter_blocks(chapter.blocks)
        depths.update(policy.depth(b) for b in blocks if isinstance(b, Heading) and b.typed)
    return frozenset(depths)


def body_chapters(book: Book) -> tuple[Chapter, ...]:
    """Return the chapters of the body, without openings of parts."""
    found: list[Chapter] = []
    for division in book.body:
        found.extend(division.chapters if isinstance(division, Part) else (division,))
    return tuple(found)
