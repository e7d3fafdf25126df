"""Stray direction controls: they turn text round in ways that nobody sees (BID-25). The tool gives direction itself."""

import unicodedata
from collections.abc import Iterator

from publisher.arabic.letters import BIDI_CONTROLS
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

CONTROL = warning(
    "BID-25",
    Said("محرف اتجاه خفي: {name} (U+{point})", "an invisible direction control: {name} (U+{point})"),
    Said("احذفه، فالأداة تضبط الاتجاه بنفسها.", "remove it: the tool sets direction by itself."),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for source in subject.sources.values():
        if BIDI_CONTROLS.isdisjoint(source.text):
            continue
        for at, character in enumerate(source.text):
            if character in BIDI_CONTROLS:
                name = unicodedata.name(character)
                yield subject.in_source(CONTROL, source, at, at + 1, "", name=name, point=f"{ord(character):04X}")


RULE = Rule(CONTROL, _check, languages=())
