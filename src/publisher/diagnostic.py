"""Findings as data: what is wrong, where, how to mend it. Printers live elsewhere (`report`).

A `Finding` is declared once, as a constant beside the code that finds it; `at` makes a `Diagnostic` of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from publisher.source import Span


class Severity(StrEnum):
    """How much a finding weighs: an error stops the edition, a warning does not, a note is only told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in the two languages of the tool."""

    ar: str
    en: str

    def fill(self, **values: object) -> "Said":
        """Return the sentence with its `{names}` filled."""
        return Said(self.ar.format(**values), self.en.format(**values))

    def in_language(self, language: str) -> str:
        """Return the Arabic sentence for `ar…`, else the English one."""
        return self.ar if language.startswith("ar") else self.en


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that mends a finding."""

    span: Span
    replacement: str
    is_safe: bool = True
    """Whether it may be made without asking."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding in its place."""

    code: str
    severity: Severity
    message: Said
    hint: Said
    span: Span | None = None
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops the edition."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of diagnostic: code, weight, what it says, what cures it."""

    code: str
    severity: Severity
    message: Said
    hint: Said

    def at(self, span: Span | None, fix: Fix | None = None, **values: object) -> Diagnostic:
        """Return the diagnostic for one place, its texts filled from `values`."""
        return Diagnostic(self.code, self.severity, self.message.fill(**values), self.hint.fill(**values), span, fix)


def error(code: str, message: Said, hint: Said) -> Finding:
    """Declare a finding that stops the edition."""
    return Finding(code, Severity.ERROR, message, hint)


def warning(code: str, message: Said, hint: Said) -> Finding:
    """Declare a finding that does not stop the edition."""
    return Finding(code, Severity.WARNING, message, hint)


def note(code: str, message: Said, hint: Said) -> Finding:
    """Declare a finding that is only told."""
    return Finding(code, Severity.NOTE, message, hint)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of the findings stops the edition."""
    return any(d.is_error for d in diagnostics)


class Stop(Exception):  # noqa: N818 - it ends a step, it is no fault of the tool
    """Carries diagnostics out of a step that cannot go on (bad input, not a fault of the tool)."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(d.message.en for d in diagnostics))
        self.diagnostics = diagnostics
