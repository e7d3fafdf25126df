"""The renderer of one edition: blocks through the macros of its templates, inlines by their writers.

An edition subclasses it where its markup differs: how a note is called, what a link or a picture points to.
"""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from publisher.arabic import digits
from publisher.arabic.letters import NBSP, is_vocalised
from publisher.book import Book, Chapter, direction
from publisher.nodes import (
    Block,
    Blocks,
    Box,
    BoxKind,
    Code,
    CodeBlock,
    Formula,
    Inlines,
    List,
    ListItem,
    Note,
    NoteRef,
    PageRef,
    Paragraph,
    Reference,
    Role,
    inline_text,
)
from publisher.numbering import LIST_SUFFIX
from publisher.words import Words, words_of
from publisher.xhtml import inlines as _inlines
from publisher.xhtml import templates
from publisher.xhtml.code import code_direction, code_lines

BASMALA = "\ufdfd"
"""﷽, one character."""
SHARED = "blocks.xhtml.j2"
_BEFORE_NUMBER = re.compile(r" (?=\d\S*$)")


class Renderer:
    """Writes the blocks of one chapter at a time. Holds nothing but what the chapter needs."""

    own_templates: tuple[str, ...] = ()
    """Templates whose macros override the shared ones."""
    keeps_places = False
    """Whether blocks carry their place in the manuscript (`data-at`, in code points)."""

    def __init__(self, book: Book, numerals: str, chapter: Chapter | None = None) -> None:
        self.book = book
        self.numerals = numerals
        """Digit family of every generated number: `latn`, `arab`, `arabext`."""
        self.words: Words = words_of(book.metadata.language)
        self.chapter = chapter
        self.notes: Mapping[str, Note] = {note.id: note for note in chapter.notes} if chapter else {}
        self.heading_shift = 1 if book.is_article else 0
        self._macros = templates.macros(SHARED, *self.own_templates)

    # -- what templates call

    def blocks(self, blocks: Blocks) -> Markup:
        """Return the XHTML of blocks."""
        return Markup("\n").join([self.block(block) for block in blocks])

    def block(self, block: Block) -> Markup:
        """Return the XHTML of one block, by the macro of its kind."""
        return Markup(self._macros[type(block).__name__](self, block))

    def inlines(self, content: Inlines) -> Markup:
        """Return the XHTML of inline content."""
        return _inlines.inlines(self, content)

    def direction(self, language: str) -> str:
        """Return the direction of a language."""
        return direction(language)

    def code_direction(self, code: Code | CodeBlock) -> str:
        """Return the direction of code: left to right, but for a sample of Arabic text (COD-01)."""
        return code_direction(code)

    def code_lines(self, code: Code | CodeBlock) -> Markup:
        """Return the lines of code."""
        return code_lines(code)

    def number(self, n: int) -> str:
        """Return a number in the book's digits."""
        return digits.number(n, self.numerals)

    def heading_tag(self, level: int) -> str:
        """Return the element of a heading of a level."""
        return f"h{min(6, level + self.heading_shift)}"

    def item(self, item: ListItem, owner: List) -> Markup:
        """Return an item's content: a lone paragraph of a tight list without its element."""
        first = item.blocks[0] if item.blocks else None
        if owner.is_tight and isinstance(first, Paragraph):
            rest = self.blocks(item.blocks[1:])
            return self.inlines(first.content) + (Markup("\n") + rest if rest else rest)
        return self.blocks(item.blocks)

    def box_title(self, box: Box) -> Markup:
        """Return the title of a box: its own, or the word for its kind; epigraphs have none."""
        if box.title or box.kind is BoxKind.EPIGRAPH:
            return self.inlines(box.title)
        return escape(self.words["abstract" if box.kind is BoxKind.ABSTRACT else "box-note"])

    def paragraph_class(self, paragraph: Paragraph) -> str:
        """Return the class of a paragraph: what it does, that it is vocalised, or a basmala on its own line (QUR-08)."""
        text = inline_text(paragraph.content)
        if text.strip() == BASMALA:
            return "basmala"
        role = "" if paragraph.role is Role.BODY else str(paragraph.role)
        return f"{role} vocalised".strip() if is_vocalised(text) else role

    def at(self, node: Block | ListItem) -> Markup:
        """Return the attribute that tells where in the manuscript a block begins; empty unless the edition keeps it."""
        return Markup(' data-at="{0}"').format(node.span.start) if self.keeps_places and node.span else Markup("")

    # -- what an edition may do otherwise

    def list_label(self, label: str, owner: List) -> str:
        """Return the marker of an item as it is printed, with what follows it."""
        return label + LIST_SUFFIX.get(owner.style or "", "-")

    def href(self, target: str) -> str:
        """Return what a link points to; ids of the book stand as `#id`."""
        return target

    def image(self, path: str) -> str:
        """Return the address of a picture of the book."""
        return path

    def note_call(self, node: NoteRef) -> Markup:
        """Return the call of a note."""
        return Markup('<a class="call" id="{0}-call" href="#{0}">({1})</a>').format(node.note, node.label)

    def reference(self, node: Reference) -> Markup:
        """Return a cross-reference: the label of its target, as a link; no line ends before its number."""
        label = _BEFORE_NUMBER.sub(NBSP, node.label)
        return Markup('<a class="ref" href="{0}">{1}</a>').format(self.href("#" + node.target), label)

    def page_reference(self, node: PageRef) -> Markup:
        """Return a reference to the page of a target; an edition without pages names the place."""
        name = _BEFORE_NUMBER.sub(NBSP, node.label) or self.words["place-here"]
        return Markup('<a class="page-ref" href="{0}">{1}</a>').format(self.href("#" + node.target), name)

    def formula(self, node: Formula) -> Markup:
        """Return a formula; the source where the edition cannot draw it."""
        return Markup('<code class="formula" dir="ltr">{0}</code>').format(node.tex)
