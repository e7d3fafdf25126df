"""Markup of the printed book: notes at their calls, page references as blanks to be stamped, list marks as strings."""

import re

from markupsafe import Markup, escape

from publisher.book import Book, Chapter
from publisher.config import Settings
from publisher.editions.pdf.tokens import MM_PER_PT, Tokens
from publisher.fonts.choosing import Faces
from publisher.fonts.measure import width_of
from publisher.manuscript.assets import image_path
from publisher.nodes import Formula, Inlines, List, Note, NoteRef, PageRef, Paragraph, Reference, Verse, inline_text
from publisher.xhtml import Renderer, formulas

_CSS_SPECIAL = re.compile(r'[\\"\n]')

PAGE_BLANK = 88
"""Number that stands where the press stamps a page reference: two of the widest digits."""


class PrintRenderer(Renderer):
    """Writes the units of the PDF edition."""

    own_templates = ("print.xhtml.j2",)
    keeps_places = True

    def __init__(
        self, book: Book, settings: Settings, tokens: Tokens, faces: Faces, chapter: Chapter | None = None
    ) -> None:
        super().__init__(book, settings.typography.digits, chapter)
        self.settings = settings
        self.tokens = tokens
        self.text_face = faces.of_family(faces.families["text"])[0]

    def image(self, path: str) -> str:
        """Return the address that the press serves a picture under."""
        return f"asset:{image_path(self.chapter.folder if self.chapter else '', path)}"

    def note_call(self, node: NoteRef) -> Markup:
        """Return a note where it is called; the engine floats it to the foot of the page."""
        note = self.notes.get(node.note)
        if note is None:
            return escape("")
        if self.settings.notes.position == "end":
            return super().note_call(node)
        return Markup('<span class="fn" id="{0}" data-call="({1})">{2}</span>').format(
            note.id, note.label or node.label, self._note_text(note)
        )

    def formula(self, node: Formula) -> Markup:
        """Return a formula drawn as outlines, its source as its title; the source itself where it cannot be drawn."""
        drawing = formulas.svg(node.tex, is_display=node.is_display)
        if drawing is None:
            return super().formula(node)
        size = f"width: {drawing.width:.3f}em; height: {drawing.height:.3f}em; vertical-align: {-drawing.depth:.3f}em"
        title = Markup("><title>{0}</title>").format(node.tex)
        start = Markup('<svg class="formula" style="{0}" ').format(size)
        drawn = start + Markup(drawing.svg.removeprefix("<svg ").replace(">", "\0", 1)).replace("\0", title)
        return Markup('<span class="display">{0}</span>').format(drawn) if node.is_display else drawn

    def _note_text(self, note: Note) -> Markup:
        if len(note.blocks) == 1 and isinstance(note.blocks[0], Paragraph):
            return self.inlines(note.blocks[0].content)
        parts: list[Markup] = []
        for before, block in zip((None, *note.blocks), note.blocks, strict=False):
            if isinstance(block, Paragraph):
                parts.append(Markup("<br/>") if isinstance(before, Paragraph) else Markup(""))
                parts.append(Markup('<span class="np">{0}</span>').format(self.inlines(block.content)))
            else:
                parts.append(self.block(block))
        return Markup("").join(parts)

    def reference(self, node: Reference) -> Markup:
        """Return a cross-reference with the page after it: شكل ٣ (ص ٢٤)."""
        page = Markup(" ({0}\u00a0{1})").format(self.words["page-short"], self.page_reference(PageRef(node.target)))
        return super().reference(node) + page

    def page_reference(self, node: PageRef) -> Markup:
        """Return the blank of a page reference, with the word for page before it."""
        return Markup('<a class="pr" href="#{0}">{1}</a>').format(node.target, self.number(PAGE_BLANK))

    def marker(self, label: str, owner: List) -> str:
        """Return the style of an item whose number is text."""
        text = _CSS_SPECIAL.sub(lambda m: f"\\{ord(m[0]):x} ", self.list_label(label, owner))
        return f'list-style-type: "{text}\u00a0\u00a0"'

    def list_label(self, label: str, owner: List) -> str:  # noqa: ARG002 - the shared markup gives the list
        """Return a marker as a sign by itself: the accent colour sets it off, so nothing follows it."""
        return label

    def endnotes(self) -> Markup:
        """Return the notes of the chapter as a section at its end, when the book wants them there."""
        if self.settings.notes.position != "end" or not self.notes:
            return Markup("")
        notes = Markup("\n").join(
            Markup('<div class="endnote" id="{0}"><a class="back" href="#{0}-call">({1})</a> {2}</div>').format(
                note.id, note.label, self._note_text(note)
            )
            for note in self.notes.values()
        )
        return Markup('<div class="endnotes"><p class="lab">{0}</p>{1}</div>').format(self.words["notes"], notes)

    def is_free(self, verse: Verse) -> bool:
        """Whether no line of the verse has two halves."""
        return all(len(bayt.hemistichs) == 1 for bayt in verse.bayts)

    def manner(self, verse: Verse) -> str:
        """Return how the halves of a verse are laid out, by the widest of them (POE-01).

        `paired` in two columns, `wide` in two columns of the full measure, `staggered` on two lines each.
        """
        halves = [half for bayt in verse.bayts if len(bayt.hemistichs) > 1 for half in bayt.hemistichs]
        widest = max((self._width(half) for half in halves), default=0.0)
        measure = self.tokens.measure / MM_PER_PT
        return next((name for name, share in _COLUMNS.items() if widest <= measure * share), "staggered")

    def _width(self, half: Inlines) -> float:
        return width_of(inline_text(half), self.text_face) * self.tokens.size


_COLUMNS = {"paired": 0.95 * 0.46, "wide": 0.475}
"""Share of the measure that a hemistich has, by the manner of the verse."""
