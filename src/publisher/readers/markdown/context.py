"""What the parts of the Markdown reader share while one file is read: its source, findings and notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from publisher.diagnostic import Diagnostic, Finding
from publisher.nodes import Note
from publisher.source import SourceFile, Span


@dataclass
class Context:
    """The state of one reading."""

    source: SourceFile
    language: str
    env: dict[str, Any] = field(default_factory=dict)
    """The parser's own memory: link definitions, notes."""
    found: list[Diagnostic] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    """Ids of the notes that the text calls."""

    def say(self, finding: Finding, span: Span | None, **values: Any) -> None:
        """Keep a finding."""
        self.found.append(finding.at(span, **values))

    def lines(self, token_map: list[int] | None) -> Span | None:
        """Return the span of the lines of a token (from 0, end excluded), without blank lines at its end."""
        if not token_map:
            return None
        first, after = token_map
        last = min(after, len(self.source.line_starts))
        while last > first + 1 and not self.source.line_text(last).strip():
            last -= 1
        start = self.source.line_starts[first]
        return self.source.span(start, self.source.line_span(last).end)


def classes(attributes: Mapping[str, Any]) -> frozenset[str]:
    """Return the classes of a token's attributes."""
    return frozenset(str(attributes.get("class", "")).split())
