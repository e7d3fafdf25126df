"""Findings as plain data and back, so that a receipt tells again what the build told."""

from typing import Any

from publisher.diagnostic import Diagnostic, Fix, Said, Severity
from publisher.source import Span


def to_plain(finding: Diagnostic) -> list[Any]:
    """Return a finding as JSON can hold it."""
    fix = finding.fix
    return [
        finding.code,
        finding.severity.value,
        [finding.message.ar, finding.message.en],
        [finding.hint.ar, finding.hint.en],
        _place(finding.span),
        None if fix is None else [_place(fix.span), fix.replacement, fix.is_safe],
    ]


def from_plain(data: list[Any]) -> Diagnostic:
    """Return the finding that `to_plain` was given."""
    code, severity, message, hint, span, fix = data
    return Diagnostic(
        code,
        Severity(severity),
        Said(*message),
        Said(*hint),
        None if span is None else Span(*span),
        None if fix is None else Fix(Span(*fix[0]), *fix[1:]),
    )


def _place(span: Span | None) -> list[Any] | None:
    return None if span is None else [span.file, span.start, span.end, span.line, span.column]
