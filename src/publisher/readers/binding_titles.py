"""The title that a text opens with: lifted out of a lone file, or kept as a heading where the book has another."""

from dataclasses import replace

from publisher.arabic.letters import folded
from publisher.nodes import Block, Blocks, Heading, Inlines, Paragraph, Text, inline_text
from publisher.readers.heading import heading_of
from publisher.readers.labels import Kind, split_label
from publisher.readers.reading import Reading
from publisher.source import Span


def lifted(reading: Reading, title: str) -> Reading:
    """Return a lone file's reading with its one leading top heading as its title; `title` is the book's own, or ""."""
    if reading.title or not reading.blocks or not isinstance(first := reading.blocks[0], Heading):
        return reading
    tops = [block for block in reading.blocks if isinstance(block, Heading) and block.level <= first.level]
    is_division = first.typed is not None and _names_division(first.typed)
    if len(tops) != 1 or is_division or first.level != 1 or (title and not same(title, full_title(first))):
        return reading
    return replace(reading, title=title_nodes(first), blocks=reading.blocks[1:])


def with_own_title(reading: Reading, title: str, subtitle: str) -> Reading:
    """Return the reading with a title or subtitle that the book does not print elsewhere back among its blocks."""
    opening: list[Block] = []
    blocks = reading.blocks
    kept_title, kept_subtitle = reading.title, reading.subtitle
    if reading.title and not same(inline_text(reading.title), title):
        blocks, kept_title = _deeper(blocks), ()
        opening.append(Heading(1, reading.title, is_numbered=False, span=_place(reading.title)))
    if reading.subtitle and not same(inline_text(reading.subtitle), subtitle):
        kept_subtitle = ()
        opening.append(Paragraph(reading.subtitle, span=_place(reading.subtitle)))
    return replace(reading, title=kept_title, subtitle=kept_subtitle, blocks=(*opening, *blocks))


def as_chapter(reading: Reading, said: Inlines, language: str) -> Reading:
    """Return the reading of a chapter's file with its title (`said` by its front matter, if by no one else) as heading."""
    has_heading = any(isinstance(block, Heading) and block.level == 1 for block in reading.blocks)
    title = reading.title or (() if has_heading else said)
    opening: list[Block] = [heading_of(1, title, language, _place(title))] if title else []
    if reading.subtitle:
        opening.append(Paragraph(reading.subtitle, span=_place(reading.subtitle)))
    if not opening:
        return reading
    return replace(reading, title=(), subtitle=(), blocks=(*opening, *_deeper(reading.blocks)))


def _deeper(blocks: Blocks) -> Blocks:
    return tuple(replace(b, level=b.level + 1) if isinstance(b, Heading) else b for b in blocks)


def _place(content: Inlines) -> Span | None:
    return next((node.span for node in content if node.span is not None), None)


def same(first: str, second: str) -> bool:
    """Whether two titles are the same to a reader."""
    return _bare(first) == _bare(second)


def _bare(text: str) -> str:
    return "".join(c for c in folded(text) if c.isalnum()).lower()


def full_title(heading: Heading) -> str:
    """Return a heading's words with the label that was typed before them."""
    return inline_text(title_nodes(heading))


def title_nodes(heading: Heading) -> Inlines:
    """Return a heading's title with the label that was typed before it, for a title that is no division."""
    if heading.typed is None:
        return heading.title
    return (Text(f"{heading.typed}: " if heading.title else heading.typed, heading.span), *heading.title)


def _names_division(typed: str) -> bool:
    label = split_label(typed)
    return label is not None and label.kind is Kind.DIVISION
