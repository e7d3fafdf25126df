"""One build: prepare the book once, make each edition, write what was made when nothing is wrong."""

import importlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.build.path import Prepared, prepare
from publisher.build.writing import UNWRITABLE, need_folder, write_whole
from publisher.diagnostic import Diagnostic, Stop, has_errors
from publisher.editions import Made, Materials
from publisher.source import SourceFile

EDITIONS = ("pdf", "epub", "html")
"""Names of the editions, in the order they are made: a later one may use the facts of an earlier."""

PAGE_MAP = "pages.json"


@dataclass(frozen=True)
class Built:
    """What a build did: the primary file of each edition, and every finding."""

    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[SourceFile, ...] = ()


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
    prepared = prepare(path, options or {})
    _stop(prepared.diagnostics, is_strict=is_strict)
    need_folder(out)
    told: list[Diagnostic] = list(prepared.diagnostics)
    made: list[tuple[str, Made]] = []
    facts = _facts(out, prepared)
    for name in sorted(editions, key=EDITIONS.index):
        progress(name)
        one = _make(name, prepared, facts, out if keeps_cache else None, jobs, progress, tuple(told), scheduler)
        told += one.diagnostics
        _stop(told, is_strict=is_strict)
        facts = {**facts, **one.facts}
        made.append((name, one))
    return Built(_write(out, made, facts), tuple(told), prepared.sources)


def check(path: Path, options: Mapping[str, Any] | None = None) -> Built:
    """Prepare the book at a path and return every finding, errors among them; nothing is made."""
    prepared = prepare(path, options or {})
    return Built((), prepared.diagnostics, prepared.sources)


def _make(
    name: str,
    prepared: Prepared,
    facts: Mapping[str, Any],
    out: Path | None,
    jobs: int,
    progress: Callable[[str], None],
    told: tuple[Diagnostic, ...],
    scheduler: str,
) -> Made:
    edition = importlib.import_module(f"publisher.editions.{name}")
    materials = Materials(
        settings=prepared.settings,
        faces=prepared.faces,
        assets=prepared.assets,
        facts=facts,
        cache=None if out is None else out / ".cache",
        jobs=jobs,
        progress=progress,
        findings=told,
        changes=prepared.changes,
        sources=prepared.sources,
        scheduler=scheduler,
    )
    made: Made = edition.make(prepared.book, materials)
    return made


def _stop(told: Sequence[Diagnostic], *, is_strict: bool) -> None:
    heavy = ("error", "warning") if is_strict else ("error",)
    if has_errors(told) or any(d.severity in heavy for d in told):
        raise Stop(*told)


def _facts(out: Path, prepared: Prepared) -> Mapping[str, Any]:
    """Return the facts that an earlier build of the same book left, when they can be read."""
    file = out / f"{prepared.book.metadata.slug}.{PAGE_MAP}"
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _write(out: Path, made: list[tuple[str, Made]], facts: Mapping[str, Any]) -> tuple[Path, ...]:
    paths = []
    try:
        for _, one in made:
            for index, (name, data) in enumerate(one.files):
                write_whole(out / name, data)
                if index == 0:
                    paths.append(out / name)
        if facts and made:
            slug = Path(made[0][1].files[0][0]).stem
            text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            write_whole(out / f"{slug}.{PAGE_MAP}", text.encode())
    except OSError as fault:
        raise Stop(UNWRITABLE.at(None, path=fault.filename or out, reason=fault.strerror)) from fault
    return tuple(paths)
