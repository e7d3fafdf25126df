"""Markup of the e-book: notes that pop up, numbers as text, formulas as MathML, levels of headings without a gap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup

from publisher.book import Book, Chapter
from publisher.diagnostic import Diagnostic
from publisher.manuscript.assets import image_path
from publisher.nodes import Block, Formula, Heading, Inlines, Link, Note, NoteRef, Paragraph
from publisher.walk import iter_blocks
from publisher.xhtml import Renderer, formulas

IMAGES = "../images/"
_ADDRESS = "%:/?#[]@!$&'()*+,;=~"
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#")
_SENTENCE_ENDS = ".!?؟…:»)"


@dataclass
class Gathered:
    """What rendering a chapter needs besides its text: drawings of its formulas, and findings."""

    drawings: dict[str, bytes] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


class EpubRenderer(Renderer):
    """Writes the content documents of one chapter."""

    own_templates = ("epub-blocks.xhtml.j2",)

    def __init__(self, book: Book, numerals: str, chapter: Chapter, images: Mapping[str, str]) -> None:
        super().__init__(book, numerals, chapter)
        self.folder = chapter.folder
        self.images = images
        """Names of the pictures in the e-book by their path in the manuscript."""
        self.gathered = Gathered()
        self.called: set[str] = set()
        """Notes whose call was written already: only the first call has an id to come back to."""
        self._tags = tags_of(chapter, has_title=has_title(book, chapter))

    def tag_of(self, heading: Heading) -> str:
        """Return the element of a heading: one level below the heading that it stands under."""
        return self._tags.get(id(heading), "h6")

    def href(self, target: str) -> str:
        """Return what a link points to; empty where nothing can be opened."""
        return quote(target, safe=_ADDRESS) if target.startswith(_SCHEMES) else ""

    def link(self, node: Link) -> Markup:
        """Return a link, or its words alone where nothing can be opened."""
        address = self.href(node.target)
        words = self.inlines(node.content)
        return Markup('<a href="{0}">{1}</a>').format(address, words) if address else words

    def image(self, path: str) -> str:
        """Return the address of a picture of the book."""
        return IMAGES + self.images[image_path(self.folder, path)]

    def alternative(self, text: str) -> str:
        """Return alternative text that ends as a sentence does, so that a voice pauses after it (H2)."""
        text = " ".join(text.split())
        return f"{text}." if text and not text.endswith(tuple(_SENTENCE_ENDS)) else text

    def note_call(self, node: NoteRef) -> Markup:
        """Return the call of a note; its number is text (F1)."""
        note = self.notes.get(node.note)
        if note is None:
            return Markup("")
        ident = "" if note.id in self.called else Markup(' id="{0}-call"').format(note.id)
        self.called.add(note.id)
        return Markup('<a class="call" epub:type="noteref" role="doc-noteref" href="#{0}"{1}>({2})</a>').format(
            note.id, ident, note.label or node.label
        )

    def note_mark(self, note: Note) -> Markup:
        """Return the number that a note begins with: the way back to its call (F3)."""
        if note.id not in self.called:
            return Markup('<span class="num">({0})</span> ').format(note.label)
        return Markup('<a class="back" role="doc-backlink" href="#{0}-call">({1})</a> ').format(note.id, note.label)

    def note_body(self, note: Note) -> Markup:
        """Return a note's text, its number at the start of the first paragraph."""
        mark = self.note_mark(note)
        first = note.blocks[0] if note.blocks else None
        if not isinstance(first, Paragraph):
            return Markup("<p>{0}</p>").format(mark) + self.blocks(note.blocks)
        rest = self.blocks(note.blocks[1:])
        return Markup(self._macros["Opened"](self, first, mark)) + rest

    def formula(self, node: Formula) -> Markup:
        """Return a formula as MathML with a drawing beside it, or its source where it cannot be read."""
        drawing = formulas.svg(node.tex, is_display=node.is_display)
        name = formulas.name_of(node.tex, is_display=node.is_display) if drawing else ""
        made = formulas.mathml(node.tex, is_display=node.is_display, image=IMAGES + name if name else "")
        if made is None:
            self.gathered.found.append(formulas.UNREAD_FORMULA.at(node.span, tex=node.tex))
            return super().formula(node)
        if drawing:
            self.gathered.drawings[name] = drawing.svg.encode()
        return made

    def title(self, content: Inlines) -> Markup:
        """Return a title where it may hold no calls of notes and no links: in the contents."""
        return self.inlines(content)


def has_title(book: Book, chapter: Chapter) -> bool:
    """Whether the chapter's first file opens with a heading of the first level."""
    return chapter.heading is not None or (book.is_article and bool(book.metadata.title))


def tags_of(chapter: Chapter, *, has_title: bool) -> dict[int, str]:
    """Return the element of each heading of a chapter, by identity: a level that the author skips is closed up."""
    open_levels: list[int] = [0] if has_title else []
    found: dict[int, str] = {}
    for heading in _headings(chapter.blocks):
        while open_levels and open_levels[-1] >= heading.level:
            open_levels.pop()
        open_levels.append(heading.level)
        found[id(heading)] = f"h{min(6, len(open_levels))}"
    return found


def _headings(blocks: Iterable[Block]) -> Iterable[Heading]:
    return (block for block in iter_blocks(tuple(blocks)) if isinstance(block, Heading))
