"""The outer shape of a book: what is front and back matter, an article in one run, chapters without parts."""

from collections.abc import Iterable
from dataclasses import replace

from publisher.book import Book, Chapter, Part
from publisher.readers.binding_divisions import BACK_ROLES, FRONT_ROLES, Piece


def in_one_run(book: Book) -> Book:
    """Return an article of several files as one chapter, where their images start from one folder."""
    chapters = [division for division in book.body if isinstance(division, Chapter)]
    if not book.is_article or len(chapters) < 2 or len({chapter.folder for chapter in chapters}) > 1:
        return book
    blocks = tuple(block for chapter in chapters for block in chapter.blocks)
    notes = tuple(note for chapter in chapters for note in chapter.notes)
    return replace(book, body=(replace(chapters[0], blocks=blocks, notes=notes),))


def chapters_of(divisions: Iterable[Chapter | Part]) -> tuple[Chapter, ...]:
    """Return chapters alone: front and back matter have no parts."""
    out: list[Chapter] = []
    for division in divisions:
        if isinstance(division, Chapter):
            out.append(division)
        else:
            opening = () if division.opening is None else (division.opening,)
            first = Chapter(division.id, division.heading, (), span=division.heading.span)
            out += [first, *opening, *division.chapters]
    return tuple(out)


def moved(cut: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
    """Return what titles tell to be front matter, the body, and what they tell to be back matter."""
    start = next((at for at, piece in enumerate(cut) if piece.role not in FRONT_ROLES), len(cut))
    end = next((at for at in range(len(cut), start, -1) if cut[at - 1].role not in BACK_ROLES), start)
    return (cut[:start], cut[start:end], cut[end:]) if end > start else ((), cut, ())
