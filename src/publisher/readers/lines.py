"""The typed lines inside inline content: split where the author ended a line, or joined into running text.

Readers keep a typed line end inside a paragraph as a newline in a Text until a block has decided what it means.
"""

from collections.abc import Iterator
from dataclasses import replace

from publisher.nodes import Foreign, Inline, Inlines, LineBreak, Link, Styled, Text
from publisher.source import Span


def joined(content: Inlines) -> Inlines:
    """Return content with each typed line end as a space."""
    return tuple(_joined(node) for node in content)


def _joined(node: Inline) -> Inline:
    match node:
        case Text(text=text) if "\n" in text:
            return replace(node, text=text.replace("\n", " "))
        case Styled() | Foreign() | Link():
            return replace(node, content=joined(node.content))
        case _:
            return node


def split_lines(content: Inlines) -> tuple[Inlines, ...]:
    """Return content cut at the line ends that stand outside every mark; forced ones count too."""
    lines: list[list[Inline]] = [[]]
    for node in content:
        if isinstance(node, LineBreak):
            lines.append([])
        elif isinstance(node, Text) and "\n" in node.text:
            first, *others = cut(node, "\n")
            lines[-1] += [first] if first.text else []
            lines += [[other] if other.text else [] for other in others]
        else:
            lines[-1].append(node)
    return tuple(tuple(line) for line in lines)


def cut(node: Text, separator: str) -> Iterator[Text]:
    """Yield the pieces of a text between separators, each with its own span."""
    at = 0
    for piece in node.text.split(separator):
        yield Text(piece, part_of(node, at, at + len(piece)))
        at += len(piece) + len(separator)


def part_of(node: Text, start: int, end: int) -> Span | None:
    """Return the span of `node.text[start:end]`: exact on the first line of the node, else the node's own."""
    span = node.span
    if span is None or "\n" in node.text[:start] or span.end - span.start != len(node.text):
        return span
    return replace(span, start=span.start + start, end=span.start + end, column=span.column + start)


def without_start(content: Inlines, count: int) -> Inlines:
    """Return content without its first `count` characters of text, inside marks too."""
    out: list[Inline] = []
    for node in content:
        kept = node
        if count and isinstance(node, Text):
            taken = min(count, len(node.text))
            kept = Text(node.text[taken:], part_of(node, taken, len(node.text)))
            count -= taken
        elif count and isinstance(node, (Styled, Foreign, Link)):
            length = text_length(node.content)
            kept = replace(node, content=without_start(node.content, count))
            count -= min(count, length)
        if not _is_empty(kept):
            out.append(kept)
    return tuple(out)


def text_length(content: Inlines) -> int:
    """Return how many characters of text `without_start` can take from content."""
    return sum(
        len(node.text) if isinstance(node, Text) else text_length(node.content)
        for node in content
        if isinstance(node, (Text, Styled, Foreign, Link))
    )


def leading_text(content: Inlines) -> str:
    """Return the text that content opens with, inside marks too, up to the first node of another kind."""
    out = ""
    for node in content:
        if isinstance(node, Text):
            out += node.text
        elif isinstance(node, (Styled, Foreign, Link)):
            inner = leading_text(node.content)
            out += inner
            if len(inner) < text_length(node.content):
                return out
        else:
            return out
    return out


def _is_empty(node: Inline) -> bool:
    return (isinstance(node, Text) and not node.text) or (isinstance(node, (Styled, Foreign)) and not node.content)


def trimmed(content: Inlines) -> Inlines:
    """Return content without white space at its ends."""
    kept = list(content)
    if kept and isinstance(first := kept[0], Text):
        lead = len(first.text) - len(first.text.lstrip())
        kept[0] = Text(first.text[lead:], part_of(first, lead, len(first.text))) if lead else first
    if kept and isinstance(last := kept[-1], Text):
        text = last.text.rstrip()
        kept[-1] = Text(text, part_of(last, 0, len(text))) if text != last.text else last
    return tuple(node for node in kept if not (isinstance(node, Text) and not node.text))
