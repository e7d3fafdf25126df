"""One build: nothing where nothing has changed since the last one, else everything that was asked for.

This module is imported before it is known whether there is work: what the work needs is imported when there is.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.build.receipts import Receipts
from publisher.diagnostic import Diagnostic, Stop


@dataclass(frozen=True)
class Built:
    """What a build did: the primary file of each edition, and every finding."""

    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Way:
    """How a book is built, whatever the book."""

    progress: Callable[[str], None]
    jobs: int
    """Processes that may work at the same time."""
    is_strict: bool
    """Whether a warning stops the build."""
    keeps_cache: bool
    scheduler: str
    """Address of a Dask scheduler; empty for processes of this machine."""


def _silent(_: str) -> None:
    pass


def build(
    path: Path,
    editions: Sequence[str],
    out: Path,
    options: Mapping[str, Any] | None = None,
    progress: Callable[[str], None] = _silent,
    *,
    is_strict: bool = False,
    jobs: int = 0,
    keeps_cache: bool = True,
    scheduler: str = "",
) -> Built:
    """Build editions of the book at a path into a folder.

    Raises Stop with the findings when there is an error (with `is_strict`, a warning); nothing is written then.
    """
    way = Way(progress, jobs or os.cpu_count() or 1, is_strict, keeps_cache, scheduler)
    if not keeps_cache:
        return _make(path, editions, out, options or {}, way, None)
    receipts = Receipts(path, editions, out, options or {})
    kept = receipts.kept()
    if kept is None:
        return _make(path, editions, out, options or {}, way, receipts)
    paths, told = kept
    stop(told, is_strict=is_strict)
    return Built(paths, told)


def _make(
    path: Path, editions: Sequence[str], out: Path, options: Mapping[str, Any], way: Way, receipts: Receipts | None
) -> Built:
    from publisher.build.making import make

    started = time.time()
    read = None if receipts is None else receipts.read()
    work = make(path, editions, out, options, way)
    if receipts is not None and read is not None:
        receipts.keep(read, work, started)
    return Built(work.paths, work.told)


def stop(told: Sequence[Diagnostic], *, is_strict: bool) -> None:
    """Raise Stop where there is an error among the findings (with `is_strict`, a warning)."""
    heavy = ("error", "warning") if is_strict else ("error",)
    if any(d.severity in heavy for d in told):
        raise Stop(*told)
