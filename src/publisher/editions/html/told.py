"""What the margin of the proof tells: findings, and edits of house style joined where they stand close together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from publisher.diagnostic import Diagnostic, Fix, Severity
from publisher.source import Span

NEAR = 60
"""Edits of one kind are told together when no more code points than this lie between them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, and the edits that mend it (or that the house style has made)."""

    finding: Diagnostic
    edits: tuple[Fix, ...] = ()

    @property
    def span(self) -> Span | None:
        """Where it stands."""
        return self.finding.span


def all_told(findings: Iterable[Diagnostic], changes: Iterable[Diagnostic]) -> list[Told]:
    """Return findings and edits in the order of their places; the summaries of house style are left out."""
    exact = [change for change in changes if change.fix is not None]
    codes = {change.code for change in exact}
    others = [f for f in findings if not (f.severity is Severity.NOTE and f.fix is None and f.code in codes)]
    told = [Told(f, (f.fix,) if f.fix else ()) for f in others] + _joined(exact)
    return sorted(told, key=lambda t: (t.span is None, t.span.start if t.span else 0))


def _joined(changes: list[Diagnostic]) -> list[Told]:
    told: list[Told] = []
    for change in sorted(changes, key=_place):
        assert change.fix is not None  # noqa: S101 - the caller has looked
        last = told[-1] if told else None
        if last is not None and last.finding.code == change.code and _is_near(last.edits[-1].span, change.fix.span):
            told[-1] = replace(last, edits=(*last.edits, change.fix))
        else:
            told.append(Told(change, (change.fix,)))
    return told


def _place(change: Diagnostic) -> tuple[str, str, int]:
    span = change.span
    return (span.file, change.code, span.start) if span else ("", change.code, 0)


def _is_near(before: Span, after: Span) -> bool:
    return before.file == after.file and before.line == after.line and 0 <= after.start - before.end <= NEAR


def before_and_after(edits: tuple[Fix, ...], source: str) -> tuple[str, str, int]:
    """Return the words that edits touch, as typed and as mended, and where they begin in the source."""
    ordered = sorted(edits, key=lambda edit: edit.span.start)
    start = _word_start(source, ordered[0].span.start)
    end = _word_end(source, ordered[-1].span.end)
    after, at = "", start
    for edit in ordered:
        after += source[at : edit.span.start] + edit.replacement
        at = edit.span.end
    return source[start:end], after + source[at:end], start


def _word_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
