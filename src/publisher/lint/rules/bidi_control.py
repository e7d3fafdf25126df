"""Stray direction controls: they turn text round in ways that nobody sees (BID-25). The tool gives direction itself."""

import unicodedata
from collections.abc import Iterator

from publisher.arabic.letters import BIDI_CONTROLS
from publisher.diagnostic import Diagnostic, Said, note, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

_MESSAGE = Said("محرف اتجاه خفي: {name} (U+{point})", "an invisible direction control: {name} (U+{point})")
_HINT = Said("احذفه، فالأداة تضبط الاتجاه بنفسها.", "remove it: the tool sets direction by itself.")

CONTROL = warning("BID-25", _MESSAGE, _HINT)
MARK = note("BID-25", _MESSAGE, _HINT)
"""Direction marks and isolates turn nothing round by themselves; authors are used to typing them."""

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for source in subject.sources.values():
        if BIDI_CONTROLS.isdisjoint(source.text):
            continue
        for at, character in enumerate(source.text):
            if character in BIDI_CONTROLS:
                name = unicodedata.name(character)
                finding = CONTROL if character in _TURNING else MARK
                yield subject.in_source(finding, source, at, at + 1, "", name=name, point=f"{ord(character):04X}")


RULE = Rule(CONTROL, _check, languages=())
