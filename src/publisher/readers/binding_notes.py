"""Notes that would be lost on the way into the book: those of a title, those that nothing calls."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from publisher.book import Book
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.nodes import Blocks, Inlines, NoteRef, Paragraph
from publisher.readers.binding_divisions import File
from publisher.readers.findings import UNCALLED_NOTE
from publisher.readers.reading import Reading
from publisher.walk import iter_inlines

NOTE_IN_TITLE = warning(
    "note-in-title",
    Said(
        "حاشية على عنوان الكتاب نُقلت إلى آخر فقرته الأولى",
        "a note on the title was moved to the end of the first paragraph",
    ),
    Said("العنوان يُطبع في مواضع لا حواشي فيها.", "a title is printed in places that hold no notes."),
)


def with_notes_of_title(reading: Reading) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """Return the reading with the notes that its title calls called from its first paragraph instead."""
    calls = tuple(n for n in iter_inlines((*reading.title, *reading.subtitle)) if isinstance(n, NoteRef))
    if not calls:
        return reading, ()
    moved = replace(reading, blocks=_with_calls(reading.blocks, calls))
    return moved, tuple(NOTE_IN_TITLE.at(call.span) for call in calls)


def _with_calls(blocks: Blocks, calls: Inlines) -> Blocks:
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            return (*blocks[:at], replace(block, content=(*block.content, *calls)), *blocks[at + 1 :])
    return (Paragraph(calls), *blocks)


def lost_notes(files: Iterable[File], book: Book, told: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield a finding for each note of a file that no chapter took, unless its reader has told it."""
    taken = {note.span for chapter in book.chapters() for note in chapter.notes}
    known = {d.span for d in told if d.code == UNCALLED_NOTE.code}
    for file in files:
        for note in file.reading.notes:
            if note.span not in taken | known:
                yield UNCALLED_NOTE.at(note.span, name=note.typed or note.id)
