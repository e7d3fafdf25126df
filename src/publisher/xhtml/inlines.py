"""Inline nodes → XHTML text. Markup only: direction and joining are the direction pass's work."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from publisher.book import direction
from publisher.nodes import (
    Code,
    Foreign,
    Formula,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteRef,
    PageNumber,
    PageRef,
    Reference,
    Scripture,
    Style,
    Styled,
    Text,
)

if TYPE_CHECKING:
    from publisher.xhtml.render import Renderer

TAGS: dict[Style, str] = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.RAISED: "sup",
    Style.LOWERED: "sub",
    Style.STRUCK: "s",
    Style.INSERTED: "ins",
    Style.MARKED: "mark",
}
"""The element of each style of text."""


def inlines(renderer: "Renderer", content: Inlines) -> Markup:
    """Return the XHTML of inline content."""
    return Markup("").join([_WRITERS[type(node)](renderer, node) for node in content])


def _text(_: "Renderer", node: Text) -> Markup:
    return escape(node.text)


def _styled(renderer: "Renderer", node: Styled) -> Markup:
    tag = TAGS[node.style]
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), inlines(renderer, node.content))


def _foreign(renderer: "Renderer", node: Foreign) -> Markup:
    return Markup('<span lang="{0}" dir="{1}">{2}</span>').format(
        node.language, direction(node.language), inlines(renderer, node.content)
    )


def _code(renderer: "Renderer", node: Code) -> Markup:
    return Markup('<code dir="{0}">{1}</code>').format(renderer.code_direction(node), renderer.code_lines(node))


def _formula(renderer: "Renderer", node: Formula) -> Markup:
    return renderer.formula(node)


def _link(renderer: "Renderer", node: Link) -> Markup:
    return Markup('<a href="{0}">{1}</a>').format(renderer.href(node.target), inlines(renderer, node.content))


def _image(renderer: "Renderer", node: Image) -> Markup:
    if not node.path:
        return escape(node.alternative)
    return Markup('<img class="inline" src="{0}" alt="{1}"/>').format(renderer.image(node.path), node.alternative)


def _note_ref(renderer: "Renderer", node: NoteRef) -> Markup:
    return renderer.note_call(node)


def _reference(renderer: "Renderer", node: Reference) -> Markup:
    return renderer.reference(node)


def _page_ref(renderer: "Renderer", node: PageRef) -> Markup:
    return renderer.page_reference(node)


def _page_number(_: "Renderer", __: PageNumber) -> Markup:
    return Markup('<span class="folio"></span>')


def _scripture(_: "Renderer", node: Scripture) -> Markup:
    return Markup('<span class="quran"><span class="br">﴿</span>{0}<span class="br">﴾</span></span>').format(node.text)


def _line_break(_: "Renderer", __: LineBreak) -> Markup:
    return Markup("<br/>")


_WRITERS: dict[type[Inline], Callable[["Renderer", Any], Markup]] = {
    Text: _text,
    Styled: _styled,
    Foreign: _foreign,
    Code: _code,
    Formula: _formula,
    Link: _link,
    Image: _image,
    NoteRef: _note_ref,
    Reference: _reference,
    PageRef: _page_ref,
    PageNumber: _page_number,
    Scripture: _scripture,
    LineBreak: _line_break,
}
