"""Lists with Arabic markers (`١. بند`، `أ- بند`، `• بند`), which CommonMark reads as a paragraph of lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from publisher.arabic import digits
from publisher.arabic.abjad import letter_value
from publisher.arabic.classes import DIGIT
from publisher.nodes import Block, Inlines, List, ListItem, Paragraph, Role, Text, inline_text
from publisher.readers.lines import joined, leading_text, split_lines, trimmed, without_start
from publisher.source import Span


@dataclass(frozen=True, slots=True)
class _Marker:
    style: str | None
    """Numbering style; None for bullets."""
    sign: str
    """What stands after the number or letter, or the bullet: one series has one."""
    typed: str
    place: int
    length: int


_NUMBER = re.compile(rf"(?P<open>\(?)(?P<n>[{DIGIT}]{{1,3}})\s?(?P<close>[.)ـ–—-]{{1,2}})\s+")
_LETTER = re.compile(r"(?P<open>\(?)(?P<n>[ء-ي]ـ?)\u200d?\s?(?P<close>[.)–—-]|(?<=ـ))\s+")
_BULLET = re.compile(r"(?P<n>[•●○◦▪▫■□►▶◆◇‣⁃·–—✓✔★])\s+")
_FAMILIES: Final = {"arab": "arabic-indic", "latn": "decimal", "arabext": "persian"}


def arabic_list(content: Inlines, span: Span | None) -> tuple[Block, ...] | None:
    """Return the list that a paragraph's lines make, after the line that introduces it, or None for a paragraph."""
    lines = [trimmed(line) for line in split_lines(content)]
    first = next((at for at in range(min(2, len(lines))) if _markers(lines[at])), None)
    if first is None or (first == 1 and not inline_text(lines[0]).rstrip().endswith(":")):
        return None
    series = _series(lines[first:])
    if series is None or (len(series) < 2 and not (first == 1 or series[0].style is None)):
        return None
    if series[0].sign in "–—" and first == 0:
        return None  # a dash at the start of a line is speech
    items = tuple(_item(line, marker) for line, marker in zip(lines[first:], series, strict=True))
    made = List(items, series[0].style is not None, series[0].place, series[0].style, span=span)
    lead = (Paragraph(joined(lines[0]), Role.LEAD, span=span),) if first else ()
    return (*lead, made)


def is_series(typed: Sequence[str]) -> bool:
    """Whether markers typed before a dash would be read as the markers of one list, and as they stand."""
    series = _series([(Text(f"{label}- بند"),) for label in typed])
    return series is not None and [marker.typed for marker in series] == list(typed)


def _item(line: Inlines, marker: _Marker) -> ListItem:
    content = trimmed(joined(without_start(line, marker.length)))
    at = next((node.span for node in content if node.span is not None), None)
    return ListItem((Paragraph(content, span=at),), marker.typed if marker.style else None, span=at)


def _series(lines: Sequence[Inlines]) -> list[_Marker] | None:
    """Return the markers of lines that all carry the same series, each the next of the one before."""
    choices = [_markers(line) for line in lines]
    for first in choices[0]:
        found = [first]
        for options in choices[1:]:
            following = next((m for m in options if _follows(found[-1], m)), None)
            if following is None:
                break
            found.append(following)
        if len(found) == len(lines):
            return found
    return None


def _follows(before: _Marker, marker: _Marker) -> bool:
    is_same = (marker.style, marker.sign) == (before.style, before.sign)
    return is_same and (marker.style is None or marker.place == before.place + 1)


def _markers(line: Inlines) -> list[_Marker]:
    """Return what the start of a line may be as a marker; a letter has a place in two orders."""
    text = leading_text(line)
    if found := _NUMBER.match(text):
        return [_Marker(_family(found["n"]), _sign(found), found["n"], digits.value(found["n"]) or 0, found.end())]
    if found := _LETTER.match(text):
        return list(_letters(found))
    if found := _BULLET.match(text):
        return [_Marker(None, found["n"], found["n"], 0, found.end())]
    return []


def _letters(found: re.Match[str]) -> Iterable[_Marker]:
    for order in ("abjad", "hijai"):
        place = letter_value(found["n"], order)
        if place is not None:
            yield _Marker(order, _sign(found), found["n"], place, found.end())


def _sign(found: re.Match[str]) -> str:
    return found["open"] + found["close"]


def _family(number: str) -> str:
    return _FAMILIES[digits.FAMILY_OF[number[0]]]
