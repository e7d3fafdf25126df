"""A rule of the PDF: its code, and how it finds what breaks it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publisher.diagnostic import Diagnostic
from publisher.verify.pdf.file import PdfFile

Check = Callable[[PdfFile], Iterator[Diagnostic]]


@dataclass(frozen=True)
class Rule:
    """One rule, one file."""

    id: str
    check: Check
    is_rtl_only: bool = False
    """Whether it concerns only books written from right to left."""

    def findings(self, file: PdfFile) -> tuple[Diagnostic, ...]:
        """Return what the rule finds in a file."""
        if self.is_rtl_only and not file.is_rtl:
            return ()
        return tuple(self.check(file))
