"""The editions: each turns a prepared Book into bytes. An edition never writes a file and never meets another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.config import Settings
from publisher.diagnostic import Diagnostic
from publisher.fonts.choosing import Faces
from publisher.source import SourceFile

if TYPE_CHECKING:
    from publisher.press.staff import Staff


def _silent(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Materials:
    """What an edition is made with, besides the book."""

    settings: Settings
    faces: Faces
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures of the book by their path, relative to the book's folder."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Small data from earlier work, never needed: the page map of a PDF build."""
    cache: Path | None = None
    """Folder for what may be kept between builds."""
    jobs: int = 1
    progress: Callable[[str], None] = _silent
    findings: tuple[Diagnostic, ...] = ()
    """What was found before: the proof shows it in its place."""
    changes: tuple[Diagnostic, ...] = ()
    """Each change of house style, in its place; among the findings there is one note a rule."""
    sources: tuple[SourceFile, ...] = ()
    staff: "Staff | None" = None
    """Processes that were hired before; without them the edition hires its own."""
    profile: bytes = b""
    """ICC profile of the press, where the book names one."""
    scheduler: str = ""
    """Address of a Dask scheduler whose workers lay the chapters out; empty: processes here do."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an edition made: files by name (the primary one first), findings, and facts for later editions."""

    files: tuple[tuple[str, bytes], ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Small data that another edition may use when it is there: the page map of a PDF build."""
