"""The path from a manuscript on disk to a Book that is ready for every edition: reading, then pure steps."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher import lint, manuscript, numbering, typography
from publisher.book import Book
from publisher.config import Settings
from publisher.diagnostic import Diagnostic, Stop, has_errors
from publisher.fonts.choosing import Faces, choose
from publisher.fonts.coverage import check_coverage, substitute_pictographs
from publisher.manuscript.assets import read_images
from publisher.manuscript.profile import read_profile
from publisher.readers import Bound, bind
from publisher.source import SourceFile

FONT_FOLDER = "fonts"


@dataclass(frozen=True)
class Prepared:
    """A Book ready for the editions, and what was found on the way."""

    book: Book
    settings: Settings
    faces: Faces
    assets: Mapping[str, bytes]
    sources: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    changes: tuple[Diagnostic, ...]
    """Each change of house style in its place; `diagnostics` has one note a rule."""
    folder: Path
    profile: bytes = b""
    """Colour profile that the book names for its press."""


def read(path: Path, options: Mapping[str, Any]) -> tuple[manuscript.Manuscript, Bound]:
    """Return the manuscript at a path and the Book as it was read, before any step. Raises Stop."""
    found = manuscript.find(path)
    return found, bind(found, options)


def prepare(path: Path, options: Mapping[str, Any]) -> Prepared:
    """Return the Book at a path, read and prepared. Raises Stop with every finding when there is an error."""
    found, bound = read(path, options)
    told = list(bound.diagnostics)
    _stop_at_errors(told)
    settings = bound.settings
    told += lint.check(bound.book, found.sources, settings)
    book, numbered = numbering.number(bound.book, settings)
    told += numbered
    styled = typography.prepare(book, settings, found.sources)
    book = styled.book
    told += typography.summary(styled.changes)
    own_cover = (settings.epub.cover,) if settings.epub.cover else ()
    images, missing = read_images(book, found.folder, own_cover)
    profile, unread = read_profile(found.folder, settings.pdf.profile)
    told += (*missing, *unread)
    faces, faults = choose(settings.fonts, found.folder / FONT_FOLDER)
    told += faults
    _stop_at_errors(told)
    uncovered = check_coverage(book, faces, {source.name: source for source in found.sources})
    told += uncovered
    _stop_at_errors(told)
    book = substitute_pictographs(book, faces) if uncovered else book
    changes = tuple(change.diagnostic for change in styled.changes)
    return Prepared(book, settings, faces, images, found.sources, _once(told), changes, found.folder, profile)


def _stop_at_errors(told: list[Diagnostic]) -> None:
    if has_errors(told):
        raise Stop(*_once(told))


def _once(told: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in the order of their places, each once."""
    return tuple(dict.fromkeys(sorted(told, key=lambda d: (d.span is None, d.span) if d.span else (True, ()))))
