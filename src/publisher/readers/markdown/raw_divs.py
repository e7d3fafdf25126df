"""Divs whose lines are the author's lines: verse, with its hemistichs and stanzas, and the Qur'an."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from publisher.nodes import Bayt, Block, Inlines, Paragraph, Quran, Role, Verse
from publisher.readers.markdown.context import Context
from publisher.readers.markdown.inlines import inline_of
from publisher.readers.set_off import last_line_source
from publisher.source import Span

HALVES = re.compile(r"[ \t]+(?:…|\.{3,}|\*{1,3}|\|{1,2}|//|=|؎)[ \t]+|[ \t]*\t[ \t]*| {3,}")
"""What stands between the halves of a bayt."""


def read_verse(context: Context, token: Token) -> Iterator[Block]:
    """Yield the verse of a raw div, and its source when its last line names one."""
    lines, source = last_line_source(token.content.rstrip().split("\n"))
    bayts: list[Bayt] = []
    opens_stanza = False
    for number, line in enumerate(lines):
        if not line.strip():
            opens_stanza = bool(bayts)
            continue
        span = context.lines([token.meta["first"] + number, token.meta["first"] + number + 1])
        halves = _halves(context, line.strip(), span)
        bayts.append(Bayt(halves, opens_stanza, span))
        opens_stanza = False
    span = context.lines(token.map)
    if bayts:
        yield Verse(tuple(bayts), str(token.attrs.get("id", "")), span)
    if source:
        yield Paragraph(inline_of(context, source, span), Role.ATTRIBUTION, span=span)


def _halves(context: Context, line: str, span: Span | None) -> tuple[Inlines, ...]:
    return tuple(inline_of(context, half, span) for half in HALVES.split(line) if half.strip())


_BRACKETS = str.maketrans("", "", "﴿﴾")
_REFERENCE = re.compile(r"^(?P<text>.*?)\s*[\[(](?P<reference>[^\[\]()]*\d[^\[\]()]*)[\])]\s*$", re.DOTALL)


def read_quran(context: Context, token: Token) -> Iterator[Block]:
    """Yield the words of the Qur'an in a raw div, unchanged but for their brackets, and their reference."""
    lines, source = last_line_source([line.strip(" \t") for line in token.content.split("\n") if line.strip()])
    text = _joined(lines)
    reference = str(token.attrs.get("ref", "")) or source
    if not reference and (found := _REFERENCE.match(text)):
        text, reference = found["text"], found["reference"]
    text = text.translate(_BRACKETS).strip(" ")
    if text:
        yield Quran(text, reference.strip(), context.lines(token.map))


def _joined(lines: Sequence[str]) -> str:
    return " ".join(lines)
