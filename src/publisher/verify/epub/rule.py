"""A rule of the EPUB: the id of the requirement it holds, and how it finds what breaks it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive

Check = Callable[[Archive], Iterator[Diagnostic]]


@dataclass(frozen=True)
class Rule:
    """One rule, one file."""

    id: str
    check: Check
    is_rtl_only: bool = False
    """Whether it concerns only books written from right to left."""

    def findings(self, archive: Archive) -> tuple[Diagnostic, ...]:
        """Return what the rule finds in a book."""
        if self.is_rtl_only and not archive.is_rtl:
            return ()
        return tuple(self.check(archive))
