"""What a checker of others is to us, and how what it says becomes a diagnostic."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from publisher.diagnostic import Diagnostic, Said, Severity
from publisher.source import Span

TIMEOUT = 600
"""Seconds that one checker may take."""


class Absent(Exception):  # noqa: N818 - it tells why a check could not run, it is no fault
    """Carries the reason why a checker could not run."""

    def __init__(self, reason: Said) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True)
class Checker:
    """One checker."""

    name: str
    """As `--require` knows it."""
    kind: str
    """`epub` or `pdf`."""
    run: Callable[[Path], Iterator[Diagnostic]]
    is_expected: bool
    """Whether its absence is told when nobody required it."""


HINT = Said(
    "هذا قول {name} بلفظه؛ وفي توثيقه شرح رمزه.",
    "this is what {name} says; its documentation explains the code",
)


def told(checker: str, code: str, severity: Severity, message: str, span: Span | None, hint: str = "") -> Diagnostic:
    """Return a diagnostic of a checker: its words, as they are, after its name."""
    words = " ".join(message.split())
    said = Said(f"يقول {checker}: {words}", f"{checker} says: {words}")
    advice = Said(hint, hint) if hint else HINT.fill(name=checker)
    return Diagnostic(f"{checker.upper()}-{code}", severity, said, advice, span)
