"""The one numbering service: every label of a book, once, as text.

Sections, list items, figures, tables, notes and references get here the string that every edition prints. Pure:
`number` returns a new Book and what is odd about the author's own numbers.
"""

from dataclasses import replace

from publisher.book import Book, Chapter
from publisher.config import Settings
from publisher.diagnostic import Diagnostic
from publisher.numbering.headings import Headings
from publisher.numbering.lists import Lists
from publisher.numbering.objects import Notes, Objects
from publisher.numbering.policy import family_of, policy_of
from publisher.numbering.references import fill_references, referred_ids
from publisher.numbering.styles import LIST_SUFFIX, STYLES, Manner, read, read_levels, write, write_levels
from publisher.walk import map_chapters

__all__ = [
    "LIST_SUFFIX",
    "STYLES",
    "Manner",
    "family_of",
    "number",
    "read",
    "read_levels",
    "write",
    "write_levels",
]


def number(book: Book, settings: Settings) -> tuple[Book, tuple[Diagnostic, ...]]:
    """Return the book with every label filled, and warnings about typed numbers that skip, repeat or restart."""
    policy = policy_of(book, settings)
    headings = Headings(policy)
    book = headings.book(book)
    lists = Lists(policy)
    objects = Objects(policy, headings.chapter_numbers, referred_ids(book))
    notes = Notes(policy.family, settings.notes.numbering == "book")

    def chapter_labels(chapter: Chapter) -> Chapter:
        in_notes = tuple(replace(note, blocks=lists.blocks(note.blocks)) for note in chapter.notes)
        chapter = replace(chapter, blocks=lists.blocks(chapter.blocks), notes=in_notes)
        return notes.chapter(objects.chapter(chapter))

    return fill_references(map_chapters(book, chapter_labels)), (*headings.sequences.found, *lists.found)
