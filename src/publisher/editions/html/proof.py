"""Markup of the proof: blocks that know their place in the manuscript, notes after their chapter, pictures within."""

import base64
from collections.abc import Mapping

from markupsafe import Markup

from publisher.book import Book, Chapter
from publisher.editions import Materials
from publisher.manuscript.assets import image_path
from publisher.nodes import Block, Heading, ListItem
from publisher.xhtml import Renderer

_KINDS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}


class ProofRenderer(Renderer):
    """Writes the blocks of the proof."""

    def __init__(self, book: Book, numerals: str, chapter: Chapter | None, assets: Mapping[str, bytes]) -> None:
        super().__init__(book, numerals, chapter)
        self.assets = assets
        self.heading_shift = 1

    def at(self, node: Block | ListItem) -> Markup:
        """Return the file and the offset that a block begins at, and its line."""
        if node.span is None:
            return Markup("")
        return Markup(' data-file="{0}" data-at="{1}" data-line="{2}"').format(
            node.span.file, node.span.start, node.span.line
        )

    def image(self, path: str) -> str:
        """Return a picture as data, so that the proof is one file."""
        content = self.assets.get(image_path(self.chapter.folder if self.chapter else "", path), b"")
        kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), "image/svg+xml")
        return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def chapter_sections(book: Book, chapter: Chapter, materials: Materials) -> Markup:
    """Return a chapter's heading, text and notes as a flat run of blocks."""
    renderer = ProofRenderer(book, materials.settings.typography.digits, chapter, materials.assets)
    parts = [_heading(renderer, chapter), renderer.blocks(chapter.blocks), _notes(renderer, chapter)]
    return Markup("\n").join(part for part in parts if part)


def _heading(renderer: ProofRenderer, chapter: Chapter) -> Markup:
    heading: Heading | None = chapter.heading
    if heading is None:
        return Markup('<a id="{0}"></a>').format(chapter.id)
    label = Markup('<span class="o">{0}</span> ').format(heading.label) if heading.label else Markup("")
    return Markup('<h2 class="chapter" id="{0}"{1}>{2}<span class="t" id="{3}">{4}</span></h2>').format(
        chapter.id, renderer.at(heading), label, heading.id, renderer.inlines(heading.title)
    )


def _notes(renderer: ProofRenderer, chapter: Chapter) -> Markup:
    if not chapter.notes:
        return Markup("")
    notes = Markup("\n").join(
        Markup('<li id="{0}"><a class="back" href="#{0}-call">({1})</a> {2}</li>').format(
            note.id, note.label, renderer.blocks(note.blocks)
        )
        for note in chapter.notes
    )
    return Markup('<ol class="endnotes">{0}</ol>').format(notes)
