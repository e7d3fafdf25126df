"""Markup of the printed book: notes at their calls, page references as blanks to be stamped, list marks as strings."""

import re

from markupsafe import Markup, escape

from publisher.arabic import digits
from publisher.nodes import List, Note, NoteRef, PageRef, Paragraph, Verse
from publisher.xhtml import Renderer

_CSS_SPECIAL = re.compile(r'[\\"\n]')


class PrintRenderer(Renderer):
    """Writes the units of the PDF edition."""

    own_templates = ("print.xhtml.j2",)

    def href(self, target: str) -> str:
        """Return what a link points to."""
        return target

    def image(self, path: str) -> str:
        """Return the address that the press serves a picture under."""
        return f"asset:{path}"

    def note_call(self, node: NoteRef) -> Markup:
        """Return a note where it is called; the engine floats it to the foot of the page."""
        note = self.notes.get(node.note)
        if note is None:
            return escape("")
        return Markup('<span class="fn" id="{0}" data-call="({1})">{2}</span>').format(
            note.id, note.label or node.label, self._note_text(note)
        )

    def _note_text(self, note: Note) -> Markup:
        if len(note.blocks) == 1 and isinstance(note.blocks[0], Paragraph):
            return self.inlines(note.blocks[0].content)
        return Markup("").join(
            Markup('<span class="np">{0}</span>').format(self.inlines(block.content))
            if isinstance(block, Paragraph)
            else self.block(block)
            for block in note.blocks
        )

    def page_reference(self, node: PageRef) -> Markup:
        """Return the blank of a page reference, with the word for page before it."""
        return Markup('<a class="pr" href="#{0}">{1}</a>').format(node.target, digits.number(88, self.numerals))

    def marker(self, label: str, owner: List) -> str:
        """Return the style of an item whose number is text."""
        text = _CSS_SPECIAL.sub(lambda m: f"\\{ord(m[0]):x} ", self.list_label(label, owner))
        return f'list-style-type: "{text}\u00a0"'

    def is_free(self, verse: Verse) -> bool:
        """Whether no line of the verse has two halves."""
        return all(len(bayt.hemistichs) == 1 for bayt in verse.bayts)
