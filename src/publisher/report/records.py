"""Diagnostics as JSON, for editors and scripts. Offsets count code points from 0, lines and columns from 1."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from publisher.diagnostic import Diagnostic, Fix, Severity


def report(diagnostics: Sequence[Diagnostic], language: str) -> dict[str, Any]:
    """Return the whole report as plain data."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {
        "diagnostics": [record(diagnostic, language) for diagnostic in diagnostics],
        "counts": {str(severity): counts[severity] for severity in Severity},
    }


def record(diagnostic: Diagnostic, language: str) -> dict[str, Any]:
    """Return one diagnostic as plain data."""
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message.in_language(language),
        "hint": diagnostic.hint.in_language(language),
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "start": fix.span.start,
        "end": fix.span.end,
        "replacement": fix.replacement,
        "safe": fix.is_safe,
    }
