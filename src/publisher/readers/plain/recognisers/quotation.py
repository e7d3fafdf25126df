"""Quotations: lines behind `>`, an ayah alone on its line, a saying between «» with its source."""

import re
from collections.abc import Iterator

from publisher.nodes import Paragraph, Quotation, Quran
from publisher.readers.plain.claim import Claim, Kind, Make, Maker, Reason
from publisher.readers.plain.copytext import Copy

_BEHIND = re.compile(r"(?:>\s?)+")
_SOURCE = re.compile(r"[-–—―]{1,2}\s*(?=\S)")
_AYAH = re.compile(
    r"[\"«(]?[﴿﴾](?P<text>[^﴿﴾]+)[﴾﴿][\"»)]?\s*(?:[\[(]?(?P<reference>[^\[\]()﴿﴾]{2,60}?)[\])]?)?\s*[.،؛]?$"
)
_REFERENCE = re.compile(r"[0-9٠-٩]|سورة|الآية|^\w+(?:\s\w+)?\s*$")
_SAYING = re.compile(
    r"[«\"“](?P<saying>[^»”]+)[»\"”]\s*[.،]?\s*(?P<source>[\[(].{2,80}[\])]|[-–—]\s*\S.{1,60}|(?:رواه|أخرجه|خرّجه|خرجه|حديث|متفق\s+عليه|صححه|حسّنه)\b[^.؟!]{0,60})\s*[.،]?$"
)
_ALONE = re.compile(r"[«“][^»”]{12,}[»”][.،]?$")
_HOLY = re.compile(r"(?:صلى الله عليه وسلم|ﷺ|عليه السلام|الحديث|حديث|قوله|قول النبي|رسول الله|تعالى).{0,40}:$")


def find(copy: Copy) -> Iterator[Claim]:
    """Yield a claim for every quotation."""
    at = 0
    while at < len(copy):
        end = at
        while (
            end < len(copy)
            and copy.lines[end].text.startswith(">")
            and (end == at or not copy.lines[end].blanks_before)
        ):
            end += 1
        if end > at:
            yield Claim(Kind.QUOTE, at, end - 1, (Reason("behind >", 9.0 * (end - at)),), _behind(copy, at, end))
            at = end
            continue
        yield from _line(copy, at)
        at += 1


def _line(copy: Copy, i: int) -> Iterator[Claim]:
    line = copy.lines[i]
    ayah = _AYAH.match(line.text)
    if ayah is not None and (ayah["reference"] is None or _REFERENCE.search(ayah["reference"])):
        text, reference = ayah["text"].strip(), (ayah["reference"] or "").strip()
        yield Claim(
            Kind.QURAN, i, i, (Reason("an ayah alone", 9.0),), lambda maker: Quran(text, reference, maker.span(i, i))
        )
        return
    saying = _SAYING.match(line.text)
    if saying is not None:
        yield Claim(Kind.QUOTE, i, i, (Reason("a saying and its source", 5.0),), _with_source(i, saying))
    elif i and _ALONE.match(line.text) and _HOLY.search(copy.lines[i - 1].text[-160:]):
        yield Claim(Kind.QUOTE, i, i, (Reason("a saying that the line above announces", 4.0),), _whole(i))


def _whole(i: int) -> Make:
    return lambda maker: Quotation((Paragraph(maker.content(i), span=maker.span(i, i)),), span=maker.span(i, i))


def _with_source(i: int, found: re.Match[str]) -> Make:
    cut = found.start("source")

    def make(maker: Maker) -> Quotation:
        said = Paragraph(maker.content(i, 0, cut), span=maker.span(i, i))
        return Quotation((said,), maker.content(i, cut), span=maker.span(i, i))

    return make


def _behind(copy: Copy, first: int, end: int) -> Make:
    starts = {}
    for i in range(first, end):
        marks = _BEHIND.match(copy.lines[i].text)
        starts[i] = marks.end() if marks else 0
    last = end - 1
    sourced = _SOURCE.match(copy.lines[last].text, starts[last]) if last > first else None

    def make(maker: Maker) -> Quotation:
        inner = [i for i in range(first, last if sourced else end) if starts[i] < len(copy.lines[i].text)]
        blocks = tuple(Paragraph(maker.content(i, starts[i]), span=maker.span(i, i)) for i in inner)
        source = maker.content(last, sourced.end()) if sourced else ()
        return Quotation(blocks, source, span=maker.span(first, last))

    return make
