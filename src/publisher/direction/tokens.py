"""What in Arabic running text reads left to right as one piece: a table of patterns, first match first.

Only digits and Latin letters can stand in such a run; Arabic text alone needs no help.
"""

import re
from dataclasses import dataclass
from typing import Final

LRM = "\u200e"
RLM = "\u200f"
ZWSP = "\u200b"

_D = "0-9"
_AD = "\u0660-\u0669\u06f0-\u06f9"
_LATIN = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_SPACE = "[ \u00a0]"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with a direction of its own: code points [start, end)."""

    start: int
    end: int
    kind: str
    direction: str = "ltr"

    @property
    def is_unbroken(self) -> bool:
        """Whether no line may break inside it (LBK-06)."""
        return self.kind in UNBROKEN


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of run, and how it looks."""

    kind: str
    regex: re.Pattern[str]
    direction: str = "ltr"


def _p(kind: str, regex: str, direction: str = "ltr") -> Pattern:
    return Pattern(kind, re.compile(regex, re.VERBOSE), direction)


_WORD = rf"(?:[@#.\-]?[{_LATIN}][{_LATIN}{_D}\u0300-\u036f_'’&/.:+\-#@]*)"
_NUMBER = rf"(?:[+\-−±]?[{_D}]+(?:[.,:/×x+\-–−][{_D}]+)*(?:[%°‰])?)"
_GLUE = rf"(?:{_SPACE}|[,;:!?.&/+\-–—=|]{_SPACE}?|{_SPACE}?[(\[{{'\"“‘]|[)\]}}'\"”’][,;:.]?{_SPACE}?)"

PATTERNS: Final = (
    # BID-17: addresses; sentence punctuation after them stays outside
    _p("url", r"(?:https?://|ftp://|www\.)[^\s<>«»\"()،؛؟]+(?<![.,:;!?])"),
    _p("email", r"[\w.+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"),
    _p("doi", r"\b10\.\d{4,9}/[^\s«»،؛؟]+(?<![.,;])"),
    # BID-14: day first, so its parts run right to left: the year stands leftmost
    _p("date-day-first", rf"(?<![{_D}{_AD}/])[{_D}]{{1,2}}/[{_D}]{{1,2}}/[{_D}]{{4}}(?![{_D}/])", "rtl"),
    _p("date-day-first", rf"(?<![{_D}{_AD}/])[{_AD}]{{1,2}}/[{_AD}]{{1,2}}/[{_AD}]{{4}}(?![{_AD}/])", "rtl"),
    _p("date-iso", rf"(?<![{_D}{_AD}])[{_AD}]{{4}}-[{_AD}]{{1,2}}-[{_AD}]{{1,2}}(?![{_D}{_AD}])"),
    # BID-13: a sign after its number stands on its left
    _p("currency", rf"[{_D}]+(?:[.,][{_D}]+)*{_SPACE}?[$€£¥](?![{_LATIN}{_D}])", "rtl"),
    _p("currency", rf"[$€£¥]{_SPACE}?[{_D}]+(?:[.,][{_D}]+)*"),
    # BID-16: telephone numbers, ISBN, IBAN, MAC
    _p("phone", rf"\+[{_D}][{_D}\ \u00a0()\-]{{5,}}[{_D}]"),
    _p("isbn", rf"97[89][\-\ ][{_D}]{{1,5}}[\-\ ][{_D}]{{1,7}}[\-\ ][{_D}]{{1,7}}[\-\ ][{_D}X]"),
    _p("mac", r"(?<![0-9A-Fa-f])[0-9A-Fa-f]{2}(?:[:\-][0-9A-Fa-f]{2}){5}"),
    # BID-09: a number with a Latin unit or a degree
    _p("unit", rf"[+\-−]?[{_D}]+(?:[.,][{_D}]+)*{_SPACE}?°{_SPACE}?[CFK]?(?![{_LATIN}])"),
    # MAT-01: arithmetic
    _p("sum", rf"[{_D}]+(?:[.,][{_D}]+)*(?:{_SPACE}?[+×÷*=<>≤≥−±]{_SPACE}?[{_D}]+(?:[.,][{_D}]+)*)+(?:{_SPACE}?=)?"),
    # BID-03, 06, 07, 08: Latin phrases and codes, with the numbers among them
    _p(
        "latin",
        rf"""
        (?:{_NUMBER}{_SPACE}?(?={_SPACE}?[{_LATIN}])|-(?=[{_LATIN}]))?       # 400-S, 50 km/h, -v
        (?:{_NUMBER}-)?
        {_WORD}[+#]*
        (?:{_GLUE}{{1,3}}(?:{_WORD}[+#]*|{_NUMBER}))*
        (?:{_SPACE}?[(\[](?:{_WORD}|{_NUMBER})(?:{_GLUE}{{1,2}}(?:{_WORD}|{_NUMBER}))*[)\]])*
        """,
    ),
    # BID-05, 07, 11, 12, 14: number expressions that would turn round in some places
    _p("number", rf"(?<![{_D}{_AD}{_LATIN}])[+\-−±]?[{_D}]+(?:[.,:/×x\-−][{_D}]+)+[%‰°]?(?![{_D}])"),
    _p("number", rf"(?<![{_D}{_AD}{_LATIN}])(?:[+\-−±][{_D}]+|[{_D}]+[%‰])(?![{_D}{_LATIN}])"),
)

UNBROKEN: Final = frozenset({"date-day-first", "date-iso", "currency", "phone", "isbn", "mac", "unit", "number"})

_TRAILING = re.compile(rf"[.,:/'’&_\-@]+$|{_SPACE}+$")
_MAY_HAVE = re.compile(rf"[{_D}{_LATIN}]|[{_AD}][-/]")


def runs(text: str) -> list[Run]:
    """Return the runs of a paragraph, in order; they do not overlap."""
    if not _MAY_HAVE.search(text):
        return []
    found: list[Run] = []
    for pattern in PATTERNS:
        for match in pattern.regex.finditer(text):
            start, end = match.start(), _end(text, *match.span(), pattern.kind)
            if end <= start:
                continue
            touched = [run for run in found if run.start < end and run.end > start]
            if touched and not (pattern.kind == "latin" and _covers(start, end, touched)):
                continue
            found = [run for run in found if run not in touched] if touched else found
            kind = touched[0].kind if len(touched) == 1 and touched[0].kind == "isbn" else pattern.kind
            found.append(Run(start, end, kind, pattern.direction))
    return sorted(found, key=lambda run: run.start)


def _covers(start: int, end: int, touched: list[Run]) -> bool:
    """Whether a phrase holds other runs whole, and more than they: ISBN 978…, May 2024-05-17."""
    inside = all(start <= run.start and run.end <= end and run.direction == "ltr" for run in touched)
    return inside and end - start > sum(run.end - run.start for run in touched)


_CLOSING = {")": "(", "]": "[", "}": "{"}


def _end(text: str, start: int, end: int, kind: str) -> int:
    """Leave sentence punctuation and an unpaired bracket outside the run; take a bracket's own closing into it."""
    if kind != "latin":
        return end
    while end > start:
        piece = text[start:end]
        following = text[end : end + 1]
        if following in _CLOSING and piece.count(_CLOSING[following]) > piece.count(following):
            end += 1
        elif tail := _TRAILING.search(piece):
            end = start + tail.start()
        elif piece[-1] in _CLOSING and piece.count(piece[-1]) > piece.count(_CLOSING[piece[-1]]):
            end -= 1
        else:
            break
    return end
