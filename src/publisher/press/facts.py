"""The small table of facts that a unit's layout depends on besides itself: digits of its page references, its first side.

A unit is laid out from one HTML string made here; nothing else of the book reaches it.
"""

import html
import re
from typing import Final, NamedTuple

from publisher.arabic.digits import FAMILIES
from publisher.press.job import Job, Unit

_REFERENCE: Final = re.compile(r'(<a\b(?=[^>]*\sclass="(?:[^"]*\s)?pr[\s"])[^>]*\shref="#([^"]*)"[^>]*>)[^<]*(</a>)')


class Facts(NamedTuple):
    """What a unit is told of the rest of the book."""

    places: tuple[tuple[str, int], ...]
    """How many digits each target of its page references has; sorted."""
    is_verso: bool
    """Whether its first page is the back of a leaf."""


def references(unit: Unit) -> frozenset[str]:
    """Return the targets of a unit's page references."""
    return frozenset(html.unescape(match[2]) for match in _REFERENCE.finditer(unit.body))


def body_of(unit: Unit, facts: Facts, numerals: str) -> str:
    """Return a unit's body with room for so many digits in each page reference."""
    eight = FAMILIES[numerals][8]
    places = dict(facts.places)

    def room(match: re.Match[str]) -> str:
        return f"{match[1]}{eight * places[html.unescape(match[2])]}{match[3]}"

    return _REFERENCE.sub(room, unit.body)


def document_of(job: Job, unit: Unit, facts: Facts) -> str:
    """Return the whole XHTML of a unit."""
    quote = _attribute
    heads = "".join(f"--head-{name}:{_css_string(text)};" for name, text in sorted(unit.heads.items()))
    side = "break-before:verso" if facts.is_verso else ""
    return (
        f'<html lang="{quote(job.language)}" dir="{quote(job.direction)}"><head>'
        f"<style>html{{{html.escape(heads, quote=False)}{side}}}</style></head>"
        f"<body>{body_of(unit, facts, job.numerals)}</body></html>"
    )


def _attribute(text: str) -> str:
    return html.escape(text, quote=True)


def _css_string(text: str) -> str:
    """Return text as a CSS string: whatever could end it is written as an escape."""
    return '"' + re.sub(r'[\\"\n\r\f<>&]', lambda m: f"\\{ord(m[0]):x} ", text) + '"'
