"""Reads Markdown: CommonMark with tables, notes, definitions, attributes, formulas, fenced divs and front matter."""

from publisher.config import Settings
from publisher.diagnostic import Said, error
from publisher.readers.bounds import hold_text_to_limits
from publisher.readers.findings import UNCALLED_NOTE
from publisher.readers.markdown.blocks import read_blocks
from publisher.readers.markdown.bounds import BOUNDS
from publisher.readers.markdown.context import Context
from publisher.readers.markdown.front_matter import read_front_matter, split_front_matter
from publisher.readers.markdown.syntax import parser
from publisher.readers.markdown.tree import branches
from publisher.readers.reading import Reading
from publisher.source import SourceFile

DOUBLE_NOTE = error(
    "note-defined-twice",
    Said("للحاشية [^{name}] نصّان", "the note [^{name}] has two texts"),
    Said("غيّر اسم إحداهما.", "give one of them another name."),
)

__all__ = ["read"]


def read(source: SourceFile, settings: Settings) -> Reading:
    """Return a Markdown file as nodes. Raises Stop where it passes a limit."""
    hold_text_to_limits(source, has_marks=True)
    metadata, faults = read_front_matter(source)
    _, start = split_front_matter(source.text)
    blank = "\n" * source.text.count("\n", 0, start)
    context = Context(source, str(metadata.get("language", "")) or settings.language)
    context.env[BOUNDS] = context
    tokens = parser().parse(blank + source.text[start:].lstrip("\ufeff"), context.env)
    blocks = read_blocks(context, branches(tokens))
    seen: set[str] = set()
    for note in context.notes:
        if note.id not in context.called:
            context.say(UNCALLED_NOTE, note.span, name=note.id)
        if note.id in seen:
            context.say(DOUBLE_NOTE, note.span, name=note.id)
        seen.add(note.id)
    return Reading(blocks, tuple(context.notes), metadata=metadata, diagnostics=(*faults, *context.found))
