"""The Book: the whole work as a tree, before any edition. Immutable; a preparing step returns a new Book."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from publisher.nodes import Blocks, Heading, Note
from publisher.source import Span
from publisher.words import words_of


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the title page and the metadata of a made file say."""

    title: str
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    language: str = "ar"
    """BCP 47 tag; the direction of everything follows from it."""
    publisher: str = ""
    place: str = ""
    date: str = ""
    """ISO 8601 date of publication."""
    edition: str = ""
    isbn: str = ""
    print_isbn: str = ""
    series: str = ""
    series_number: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    """Thema codes."""
    rights: str = ""
    slug: str = "book"
    """ASCII name of the made files."""
    kicker: str = ""
    """Kind of an article, over its title (ورقة تحليل)."""

    @property
    def byline(self) -> str:
        """The authors, as a line names them."""
        return words_of(self.language).listed(self.authors)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The main division of a book, and its unit of work: prepared, composed and kept on its own."""

    id: str
    """Prefix of every id in the chapter; unique in the book."""
    heading: Heading | None
    """None for text before the first heading."""
    blocks: Blocks
    notes: tuple[Note, ...] = ()
    role: str = "chapter"
    """EPUB structural semantics: chapter, preface, introduction, foreword, dedication, appendix, bibliography, …"""
    folder: str = ""
    """Folder of the manuscript file, relative to the book: what image paths start from."""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A group of chapters under a heading of its own (باب، قسم، جزء)."""

    id: str
    heading: Heading
    chapters: tuple[Chapter, ...]
    opening: Chapter | None = None
    """Text between the part's heading and its first chapter."""


@dataclass(frozen=True, slots=True)
class Book:
    """A book before any edition: front, body and back matter."""

    metadata: Metadata
    body: tuple[Chapter | Part, ...]
    front: tuple[Chapter, ...] = ()
    back: tuple[Chapter, ...] = ()
    is_article: bool = False
    """An article is one run of text: its headings open no pages, and its title stands above the text."""

    def chapters(self) -> Iterator[Chapter]:
        """Yield every chapter in reading order, openings of parts included."""
        yield from self.front
        for division in self.body:
            if isinstance(division, Part):
                if division.opening is not None:
                    yield division.opening
                yield from division.chapters
            else:
                yield division
        yield from self.back


def direction(language: str) -> str:
    """Return `rtl` or `ltr` for a BCP 47 tag: the one place where direction comes from."""
    primary, *rest = language.lower().split("-")
    scripts = {part for part in rest if len(part) == 4}
    if scripts & {"latn", "cyrl", "grek"}:
        return "ltr"
    return "rtl" if primary in RTL_LANGUAGES or scripts & {"arab", "hebr", "syrc", "thaa"} else "ltr"


RTL_LANGUAGES = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd", "he", "yi", "dv", "syr", "arc", "azb", "ks"})
