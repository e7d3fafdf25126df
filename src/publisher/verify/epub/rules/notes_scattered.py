"""F6: notes outside a section of notes, or taken out of sight by the style sheet."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import is_a, is_hidden, lineage, text_of
from publisher.verify.epub.notes import note_of, notes_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

SCATTERED = should(
    "EPUB-F6",
    ("الحاشية «{text}» خارج قسم الحواشي.", "the note “{text}” stands outside a section of notes"),
    (
        'اجمع الحواشي في ‎<section epub:type="footnotes">‎ في آخر الفصل.',
        'gather the notes in <section epub:type="footnotes"> at the end of the chapter',
    ),
)
HIDDEN = should(
    "EPUB-F6",
    ("الحواشي مخفيّة، فلا تُرى حيث لا نوافذ لها.", "the notes are hidden: where notes do not pop up, nobody sees them"),
    ("احذف ‎display: none‎ وما يشبهه عن الحواشي.", "remove display: none and its like from the notes"),
)
_SECTIONS = ("footnotes", "endnotes", "rearnotes", "notes")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such note, and for each declaration that hides notes."""
    for page, note in notes_of(archive):
        if not any(is_a(e, *_SECTIONS) for e in lineage(note)):
            yield SCATTERED.at(page.span(note), text=text_of(note)[:40])
        if is_hidden(note):
            yield HIDDEN.at(page.span(note))
    seen = set[int]()
    for style, _, found in archive.styled("display", "visibility"):
        for declaration in style.values("display", "visibility"):
            hides = declaration.value.lower() in ("none", "hidden", "collapse") and id(declaration) not in seen
            if hides and any(note_of(e) is not None or is_a(e, *_SECTIONS) for e in found):
                seen.add(id(declaration))
                yield HIDDEN.at(declaration.span)


RULE = Rule("F6", check)
