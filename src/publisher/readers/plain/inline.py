"""The inside of a paragraph: text, words of the Qur'an between ﴿ ﴾, calls of notes, strong words of a pasted chat."""

import re
from collections.abc import Iterator, Mapping

from publisher.nodes import Code, Inline, Inlines, NoteRef, Scripture, Style, Styled, Text
from publisher.readers.plain.lines import Line
from publisher.source import SourceFile, Span

_MARKS = re.compile(
    r"[﴿﴾](?P<quran>[^﴿﴾]{1,2000})[﴾﴿]"
    r"|(?P<strong>\*\*(?=[^\s*])(?P<inner>[^*]{1,1000}?)(?<=[^\s*])\*\*)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<starred>[^*\n]{1,200}?)(?<=[^\s*])\*(?![\w*])"
    r"|`(?P<code>[^`]{1,500})`"
    r"|[ \u00a0]?(?P<call>[(\[](?:[0-9]{1,3}|[٠-٩]{1,3}|[۰-۹]{1,3})[)\]])"
    r"|(?P<raised>[¹²³⁰-⁹]{1,3})"
)

Calls = Mapping[int, str]
"""Ids of notes by the place in the file where their calls are typed."""


def inlines(source: SourceFile, line: Line, start: int, end: int, calls: Calls) -> Inlines:
    """Return the inline content of a stretch of a line."""
    return tuple(_parsed(source, line, start, end, calls))


def _parsed(source: SourceFile, line: Line, start: int, end: int, calls: Calls) -> Iterator[Inline]:
    text, at = line.text, start
    for found in _MARKS.finditer(text, start, end):
        node = _node(source, line, found, calls)
        if node is None:
            continue
        if found.start() > at:
            yield Text(text[at : found.start()], _span(source, line, at, found.start()))
        yield node
        at = found.end()
    if at < end:
        yield Text(text[at:end], _span(source, line, at, end))


def _node(source: SourceFile, line: Line, found: re.Match[str], calls: Calls) -> Inline | None:
    span = _span(source, line, found.start(), found.end())
    if found["quran"] is not None:
        return Scripture(found["quran"].strip(), span)
    if found["code"] is not None:
        return Code(found["code"], span)
    if found["call"] is not None or found["raised"] is not None:
        note = calls.get(line.place(found.start("call" if found["call"] else "raised")))
        label = (found["call"] or found["raised"]).strip("()[] \u00a0")
        return NoteRef(note, label, span) if note is not None else None
    name = "inner" if found["inner"] is not None else "starred"
    inner = inlines(source, line, found.start(name), found.end(name), calls)
    return Styled(Style.STRONG, inner, span)


def _span(source: SourceFile, line: Line, start: int, end: int) -> Span:
    return source.span(line.place(start), line.place(end) if end < len(line.text) else line.end)
