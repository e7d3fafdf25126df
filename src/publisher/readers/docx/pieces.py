"""Small steps of the Word reader: captions joined to their figures, texts merged and composed."""

import unicodedata
from typing import Final

from lxml.html import HtmlElement

from publisher.nodes import Block, Figure, Inline, Inlines, Paragraph, Role, Text
from publisher.source import Span

_NOTE: Final = ("footnote", "endnote")


def captioned(blocks: list[Block]) -> list[Block]:
    """Return blocks with each caption joined to the figure before it or the table after it."""
    out: list[Block] = []
    for block in blocks:
        is_caption = isinstance(block, Paragraph) and block.role is Role.ATTRIBUTION
        if is_caption and out and isinstance(figure := out[-1], Figure) and not figure.caption:
            assert isinstance(block, Paragraph)  # noqa: S101
            out[-1] = Figure(figure.image, block.content, figure.id or block.id, span=figure.span)
        else:
            out.append(block)
    return out


def holds_notes(node: HtmlElement) -> bool:
    """Whether a list is the one of notes that mammoth puts at the end."""
    return node.tag == "ol" and len(node) > 0 and all(str(item.get("id", "")).startswith(_NOTE) for item in node)


def merged(nodes: list[Inline]) -> Inlines:
    """Return inline nodes with texts that touch made one."""
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text) and out and isinstance(before := out[-1], Text):
            out[-1] = Text(before.text + node.text, before.span)
        else:
            out.append(node)
    return tuple(out)


def place(content: Inlines) -> Span | None:
    """Return where content begins."""
    return next((node.span for node in content if node.span is not None), None)


def nfc(text: str) -> str:
    """Return text composed, as every manuscript is."""
    return unicodedata.normalize("NFC", text)
