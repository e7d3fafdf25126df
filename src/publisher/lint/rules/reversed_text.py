"""A line pasted in visual order, its last letter first: it looks right in some windows and is unreadable in a book."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic, Said, warning
from publisher.lint.reordering import is_reversed, logical
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

REVERSED = warning(
    "reversed-text",
    Said("سطر مقلوب الحروف: {text}", "a line stored backwards: {text}"),
    Said("لعل أصله: {after}", "it probably reads: {after}"),
)


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for source in subject.sources.values():
        for number, start in enumerate(source.line_starts, 1):
            line = source.line_text(number)
            if line.strip() and is_reversed(line):
                after = logical(line)
                yield subject.in_source(REVERSED, source, start, start + len(line), after, text=line, after=after)


RULE = Rule(REVERSED, _check)
