"""Letters stored as presentation forms: they cannot be searched, and marks and ligatures go wrong (SHP-01)."""

import re
from collections.abc import Iterator

from publisher.arabic.letters import is_presentation_form
from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.reordering import is_reversed, plain
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

FORMS = warning(
    "SHP-01",
    Said("حروف بأشكالها المطبعية بدل الحروف الأصلية: {text}", "letters stored as presentation forms: {text}"),
    Said("اكتبها بحروفها: {after}", "write it in plain letters: {after}"),
)

_RUN = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc][^\n]*[\ufb50-\ufdff\ufe70-\ufefc]|[\ufb50-\ufdff\ufe70-\ufefc]")


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for source in subject.sources.values():
        for run in _RUN.finditer(source.text):
            words = run.group()
            if any(map(is_presentation_form, words)) and not is_reversed(words):
                after = plain(words)
                yield subject.in_source(FORMS, source, *run.span(), after, text=words, after=after)


RULE = Rule(FORMS, _check, languages=())
