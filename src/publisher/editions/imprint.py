"""What the copyright page of a book says, line by line; every edition prints these."""

from collections.abc import Iterable, Iterator

from publisher.arabic import digits
from publisher.book import Metadata
from publisher.config import Settings
from publisher.fonts.manifest import Face
from publisher.words import Words, words_of
from publisher.xhtml.dates import both_years


def imprint_lines(metadata: Metadata, settings: Settings, faces: Iterable[Face]) -> list[str]:
    """Return the lines; `faces` are those that the text is set in."""
    return [line for line in _lines(metadata, settings, faces) if line]


def place_and_years(metadata: Metadata, settings: Settings) -> str:
    """Return where and when a book appeared, as its title page says it."""
    return words_of(metadata.language).listed((metadata.place, _years(metadata, settings)))


def _lines(m: Metadata, settings: Settings, faces: Iterable[Face]) -> Iterator[str]:
    words = words_of(m.language)
    yield f"{m.title}: {m.subtitle}" if m.subtitle else m.title
    yield f"{words['by']}: {m.byline}" if m.authors else ""
    yield words.listed((f"{words['edition']} {m.edition}" if m.edition else "", _years(m, settings)))
    yield words.listed((m.publisher, m.place)) if m.publisher else ""
    yield words.listed((m.series, digits.to_family(m.series_number, settings.typography.digits))) if m.series else ""
    yield f"© {m.rights or words['rights']}"
    yield from _book_numbers(m, words)
    yield f"{words['set-in']} {words.listed(dict.fromkeys(f'{face.name} {face.version}'.strip() for face in faces))}"


def _book_numbers(m: Metadata, words: Words) -> Iterator[str]:
    """Yield both ISBNs: a reader of either edition may want to order the other. A book that has one says no kind."""
    if m.print_isbn:
        yield f"{words['isbn']} ({words['printed']}): {m.print_isbn}"
    if m.isbn:
        kind = f" ({words['electronic']})" if m.print_isbn else ""
        yield f"{words['isbn']}{kind}: {m.isbn}"


def _years(m: Metadata, settings: Settings) -> str:
    return both_years(m.date, m.language, settings.typography.digits) if m.date else ""
