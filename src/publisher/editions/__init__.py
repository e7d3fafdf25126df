"""The editions: each turns a prepared Book into bytes. An edition never writes a file and never meets another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from publisher.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Made:
    """What an edition made: files by name (the primary one first), findings, and facts for later editions."""

    files: tuple[tuple[str, bytes], ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Small data that another edition may use when it is there: the page map of a PDF build."""
