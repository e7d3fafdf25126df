"""Code between fences; lines of a program typed without them; pictures in the manner of Markdown."""

import re
from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.nodes import CodeBlock, Figure, Image, Text
from publisher.readers.plain.claim import Claim, Kind, Make, Reason
from publisher.readers.plain.copytext import Copy

_FENCE = re.compile(r"(`{3,}|~{3,})\s*([\w+#.-]*)\s*$")
_PROGRAM = re.compile(
    r"(?:[{};]|=>|\\)$|^(?:\$|>>>|#!/|<[/?!a-z]|[\w.]+\(.*\)$|(?:def|class|import|from|function|const|let|var|return|for|while|if|else|elif|SELECT|INSERT|UPDATE|CREATE|sudo|pip|npm|git|cd|echo|print)\b)|^\w+\s*=\s*\S+$"
)
_PICTURE = re.compile(r"!\[([^\]]{0,300})\]\(\s*(\S+?)(?:\s+[\"«](.{0,300})[\"»])?\s*\)$")


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every fenced block, for runs of program lines, and for pictures."""
    at = 0
    while at < len(copy):
        fence = _FENCE.match(copy.lines[at].text)
        end = _closing(copy, at, fence[1]) if fence else None
        if fence is not None and end is not None:
            yield Claim(
                Kind.CODE, at, end, (Reason("between fences", 20.0 * (end - at + 1)),), _fenced(copy, at, end, fence[2])
            )
            at = end + 1
            continue
        picture = _PICTURE.match(copy.lines[at].text[:2000])
        if picture is not None:
            yield Claim(Kind.FIGURE, at, at, (Reason("a picture", 12.0),), _figure(copy, at, picture))
        end = at
        while end < len(copy) and _is_program(copy.lines[end].text):
            end += 1
        if end - at >= 2:
            yield Claim(
                Kind.CODE, at, end - 1, (Reason("lines of a program", 4.0 * (end - at)),), _bare(copy, at, end - 1)
            )
        at = max(end, at + 1)


def _closing(copy: Copy, at: int, fence: str) -> int | None:
    for i in range(at + 1, len(copy)):
        text = copy.lines[i].text
        if text.startswith(fence) and not text.strip(fence[0]):
            return i
    return None


def _is_program(text: str) -> bool:
    return len(text) < 300 and bool(_PROGRAM.search(text)) and not has_arabic(text[:80])


def _fenced(copy: Copy, first: int, last: int, language: str) -> Make:
    text, lines = copy.source.text, copy.lines
    begin = text.find("\n", lines[first].start) + 1
    end = text.rfind("\n", 0, lines[last].start)
    inner = text[begin:end] if end > begin else ""
    return lambda maker: CodeBlock(inner, language, maker.span(first, last))


def _bare(copy: Copy, first: int, last: int) -> Make:
    start = copy.lines[first].start - copy.lines[first].indent
    begin = copy.source.text.rfind("\n", 0, copy.lines[first].start) + 1
    inner = copy.source.text[max(begin, start) : copy.lines[last].end]
    return lambda maker: CodeBlock(inner, "", maker.span(first, last))


def _figure(copy: Copy, i: int, found: re.Match[str]) -> Make:
    span = copy.source.span(copy.lines[i].start, copy.lines[i].end)
    caption = (Text(found[3], span),) if found[3] else ()
    return lambda _: Figure(Image(found[2], found[1], span), caption, span=span)
