"""The kinds of block and inline that a Book is made of.

Nodes are frozen plain data. A node says what a thing is, never how it looks: no HTML, CSS or path of a made file.
Each has a span in the manuscript, or None when the tool made it; spans do not count in comparisons.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from publisher.source import Span


def _place() -> Span | None:
    return field(default=None, compare=False, repr=False)


# ------------------------------------------------------------------ inline


@dataclass(frozen=True, slots=True)
class Text:
    """Running text."""

    text: str
    span: Span | None = _place()


class Style(StrEnum):
    """What a stretch of text is set apart as."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    RAISED = "raised"
    LOWERED = "lowered"
    STRUCK = "struck"
    INSERTED = "inserted"
    MARKED = "marked"


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of text set apart."""

    style: Style
    content: "tuple[Inline, ...]"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in another language than the book's, by its BCP 47 tag."""

    language: str
    content: "tuple[Inline, ...]"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Code:
    """Code in a line: left to right, untouched by every step."""

    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Formula:
    """Mathematics in TeX notation."""

    tex: str
    is_display: bool = False
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the book (`https:`, `mailto:`), or to an id in it (`#id`)."""

    target: str
    content: "tuple[Inline, ...]"
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the book: a path relative to the manuscript file, and its alternative text."""

    path: str
    alternative: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The call of a note."""

    note: str
    """Id of the note."""
    label: str = ""
    """Printed number, given by `numbering`."""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference that prints its target's label (`الفصل الثاني`, `شكل ٣`)."""

    target: str
    label: str = ""
    """Printed text, given by `numbering`; empty until then."""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class PageRef:
    """A cross-reference that prints the folio of its target; resolved after layout, never by the engine's counters."""

    target: str
    span: Span | None = _place()
    label: str = ""
    """What its target is called, for editions that have no pages; given by `numbering`."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The folio of the page it stands on; resolved after layout."""

    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Scripture:
    """Words of the Qur'an in a line, without their brackets ﴿ ﴾: exempt from every step that changes text (QUR-05)."""

    text: str
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced end of line."""

    span: Span | None = _place()


Inline = (
    Text
    | Styled
    | Foreign
    | Code
    | Formula
    | Link
    | Image
    | NoteRef
    | Reference
    | PageRef
    | PageNumber
    | Scripture
    | LineBreak
)
Inlines = tuple[Inline, ...]


# ------------------------------------------------------------------ block


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a chapter, or the chapter's own."""

    level: int
    """1 is the highest division of the book, below its title."""
    title: Inlines
    typed: str | None = None
    """Label as the author typed it, without the punctuation after it (`أولًا`, `المبحث الأول`, `2.1`)."""
    label: str | None = None
    """Label as it is printed, given by `numbering`."""
    id: str = ""
    is_numbered: bool = True
    """False for headings that never carry a number (الخاتمة, `{.unnumbered}`)."""
    span: Span | None = _place()


class Role(StrEnum):
    """What a paragraph does."""

    BODY = "body"
    LEAD = "lead"
    """Ends in a colon and introduces a list or table."""
    BYLINE = "byline"
    DIALOGUE = "dialogue"
    KEYWORDS = "keywords"
    ATTRIBUTION = "attribution"
    SOURCE = "source"
    """Says where the table or figure above it comes from."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    content: Inlines
    role: Role = Role.BODY
    id: str = ""
    language: str = ""
    """BCP 47 tag when the whole paragraph is in another language."""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list."""

    blocks: "tuple[Block, ...]"
    typed: str | None = None
    """Marker as typed, for ordered lists without its punctuation (`1`, `أ`)."""
    label: str | None = None
    """Marker as printed, given by `numbering`; None for bullets."""
    is_checked: bool | None = None
    """For task lists: done or not; None for other lists."""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class List:
    """A list; nested lists are blocks of its items."""

    items: tuple[ListItem, ...]
    is_ordered: bool = False
    start: int = 1
    style: str | None = None
    """Numbering style when the author's own markers show one (`decimal`, `arabic-indic`, `abjad`, `ordinal` …)."""
    is_tight: bool = True
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Bayt:
    """A line of verse: two hemistichs (صدر, عجز), or one for free verse and single halves."""

    hemistichs: tuple[Inlines, ...]
    opens_stanza: bool = False
    """Whether a stanza break stands before it."""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Verse:
    """A run of verse."""

    bayts: tuple[Bayt, ...]
    id: str = ""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation and, at its end, its source."""

    blocks: "tuple[Block, ...]"
    source: Inlines = ()
    language: str = ""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Quran:
    """A quotation of the Qur'an on its own, without the brackets, and its reference."""

    text: str
    reference: str = ""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A block of code: left to right, untouched by every step."""

    text: str
    language: str = ""
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption."""

    image: Image
    caption: Inlines = ()
    id: str = ""
    label: str | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    content: Inlines
    columns: int = 1
    rows: int = 1
    is_numeric: bool = False
    """Whether it stands in a column of numbers (NUM-09)."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header rows, body rows, caption above."""

    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines = ()
    id: str = ""
    label: str | None = None
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Separator:
    """A break in the text (`***`, `---`)."""

    span: Span | None = _place()


class BoxKind(StrEnum):
    """Kinds of set-off text."""

    NOTE = "note"
    ABSTRACT = "abstract"
    EPIGRAPH = "epigraph"


@dataclass(frozen=True, slots=True)
class Box:
    """Text set off from the run: a note box, an abstract, an epigraph."""

    kind: BoxKind
    blocks: "tuple[Block, ...]"
    title: Inlines = ()
    source: Inlines = ()
    span: Span | None = _place()


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means."""

    term: Inlines
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Definitions:
    """A list of terms."""

    items: tuple[Definition, ...]
    span: Span | None = _place()


Block = (
    Heading | Paragraph | List | Verse | Quotation | Quran | CodeBlock | Figure | Table | Separator | Box | Definitions
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note: called from the text, printed at the foot of the page or at the end."""

    id: str
    blocks: Blocks
    label: str = ""
    """Printed number, given by `numbering`."""
    typed: str = ""
    span: Span | None = _place()


# ------------------------------------------------------------------ walks


def inline_text(content: Inlines) -> str:
    """Return the words of inline content, without calls of notes."""
    return "".join(_texts(content))


def _texts(content: Inlines) -> Iterator[str]:
    for node in content:
        match node:
            case Text(text=text) | Code(text=text) | Scripture(text=text):
                yield text
            case Formula(tex=tex):
                yield tex
            case Styled(content=inner) | Foreign(content=inner) | Link(content=inner):
                yield from _texts(inner)
            case Image(alternative=alternative):
                yield alternative
            case Reference(label=label):
                yield label
            case LineBreak():
                yield " "
            case NoteRef() | PageRef() | PageNumber():
                pass
