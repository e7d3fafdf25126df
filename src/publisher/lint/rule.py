"""What a lint rule is: a finding and a check. One rule a file in `rules`, named by the fault; it exports `RULE`."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from publisher.diagnostic import Diagnostic, Finding
from publisher.lint.subject import Subject

Check = Callable[[Subject], Iterable[Diagnostic]]


@dataclass(frozen=True)
class Rule:
    """A rule."""

    finding: Finding
    check: Check
    languages: tuple[str, ...] = ("ar",)
    """Primary languages of the books that it looks at; empty for all."""
    only_where: tuple[str, str] | None = None
    """A setting of `[typography]` and its value: with another value the house style mends the fault by itself."""

    def is_for(self, subject: Subject) -> bool:
        """Whether the rule looks at this book."""
        if self.languages and subject.language not in self.languages:
            return False
        if self.only_where is None:
            return True
        name, value = self.only_where
        return bool(getattr(subject.settings.typography, name) == value)


After = Callable[[re.Match[str]], str]


def in_lines(finding: Finding, expression: str, after: After | str | None = None) -> Check:
    """Return a check for an expression in running text; its group `x`, or the whole, is the fault.

    The message may name `{text}` (the fault as it stands) and `{after}` (what the fix makes of it).
    """
    compiled = re.compile(expression)
    group = "x" if "x" in compiled.groupindex else 0

    def check(subject: Subject) -> Iterator[Diagnostic]:
        for line in subject.lines:
            for match in compiled.finditer(line.text):
                start, end = match.span(group if match[group] is not None else 0)
                if line.flat.may_change(start, end):
                    fixed = after(match) if callable(after) else after
                    yield subject.found(
                        finding, line, start, end, fixed, text=line.text[start:end].strip(), after=fixed
                    )

    return check


def in_sources(finding: Finding, expression: str, after: After | str | None = None) -> Check:
    """Return a check for an expression in the manuscript files as they stand."""
    compiled = re.compile(expression)

    def check(subject: Subject) -> Iterator[Diagnostic]:
        for source in subject.sources.values():
            for match in compiled.finditer(source.text):
                fixed = after(match) if callable(after) else after
                yield subject.in_source(finding, source, *match.span(), fixed, text=match.group().strip(), after=fixed)

    return check
