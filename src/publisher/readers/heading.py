"""Makes a heading of a typed title: its label set apart, and whether it ever carries a number."""

from publisher.nodes import Heading, Inlines, inline_text
from publisher.readers.labels import split_label
from publisher.readers.lines import leading_text, trimmed, without_start
from publisher.readers.roles import is_unnumbered
from publisher.source import Span


def heading_of(
    level: int,
    typed_title: Inlines,
    language: str,
    span: Span | None,
    *,
    identifier: str = "",
    unnumbered: bool = False,
) -> Heading:
    """Return the heading of a title as the author typed it, label and all."""
    title = trimmed(typed_title)
    label = split_label(leading_text(title), language)
    if label is not None:
        title = trimmed(without_start(title, label.at))
    unnumbered = unnumbered or (label is None and is_unnumbered(inline_text(title)))
    return Heading(level, title, label.typed if label else None, None, identifier, not unnumbered, span)
