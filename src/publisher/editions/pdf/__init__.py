"""The PDF edition: a prepared Book → units of XHTML and a style sheet → the press → one file."""

from collections.abc import Iterator

from publisher.apparatus import Entry, navigation
from publisher.book import Book, direction
from publisher.editions import Made, Materials
from publisher.editions.pdf.sheet import print_sheet
from publisher.editions.pdf.tokens import tokens_of
from publisher.editions.pdf.units import book_units
from publisher.nodes import inline_text
from publisher.press.job import FaceFile, Job, Mark

OUTLINE_DEPTH = 6
"""Levels of headings that become bookmarks."""


def print_job(book: Book, materials: Materials) -> Job:
    """Return what the press is given for a book."""
    settings, faces, metadata = materials.settings, materials.faces, book.metadata
    tokens = tokens_of(settings)
    return Job(
        units=book_units(book, settings, faces),
        sheet=print_sheet(settings, tokens, faces),
        faces=tuple(FaceFile(f.family, f.weight, str(f.path), f.sha256) for f in faces.all),
        assets=materials.assets,
        outline=tuple(_marks(navigation(book, OUTLINE_DEPTH))),
        language=metadata.language,
        direction=direction(metadata.language),
        numerals=settings.typography.digits,
        title=metadata.title,
        authors=metadata.authors,
        subject=metadata.subtitle or metadata.description,
        keywords=metadata.keywords,
        date=metadata.date,
        kashida=settings.typography.kashida,
    )


def _marks(entries: tuple[Entry, ...]) -> Iterator[Mark]:
    for entry in entries:
        title = inline_text(entry.title)
        yield Mark(" ".join(part for part in (entry.label, title) if part), entry.target, entry.level)
        yield from _marks(entry.children)
