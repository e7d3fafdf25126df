"""One build: prepare the book once, make each edition, write what was made when nothing is wrong."""

import importlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.build.path import Prepared, prepare
from publisher.build.writing import UNWRITABLE, need_folder, write_whole
from publisher.diagnostic import Diagnostic, Stop, has_errors
from publisher.editions import Made, Materials
from publisher.press.staff import Staff
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


@dataclass(frozen=True)
class Means:
    """What a build works with, whatever the book."""

    cache: Path | None
    jobs: int
    progress: Callable[[str], None]
    staff: Staff
    scheduler: str


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
    jobs = jobs or os.cpu_count() or 1
    with Staff(jobs) as staff:
        if "pdf" in editions and not scheduler:
            staff.hire_early()
        prepared = prepare(path, options or {})
        _stop(prepared.diagnostics, is_strict=is_strict)
        need_folder(out)
        means = Means(out / ".cache" if keeps_cache else None, jobs, progress, staff, scheduler)
        made, told, facts = _made(editions, prepared, _facts(out, prepared), means, is_strict=is_strict)
    return Built(_write(out, made, facts), told, prepared.sources)


def check(path: Path, options: Mapping[str, Any] | None = None) -> Built:
    """Prepare the book at a path and return every finding, errors among them; nothing is made."""
    prepared = prepare(path, options or {})
    return Built((), prepared.diagnostics, prepared.sources)


def _made(
    editions: Sequence[str], prepared: Prepared, facts: Mapping[str, Any], means: Means, *, is_strict: bool
) -> tuple[list[Made], tuple[Diagnostic, ...], Mapping[str, Any]]:
    """Make the editions; return them with every finding and the facts that they leave."""
    told = prepared.diagnostics
    made: list[Made] = []
    for name in sorted(editions, key=EDITIONS.index):
        means.progress(name)
        edition = importlib.import_module(f"publisher.editions.{name}")
        one: Made = edition.make(prepared.book, _materials(prepared, facts, means, told))
        told = (*told, *one.diagnostics)
        _stop(told, is_strict=is_strict)
        facts = {**facts, **one.facts}
        made.append(one)
    return made, told, facts


def _materials(prepared: Prepared, facts: Mapping[str, Any], means: Means, told: tuple[Diagnostic, ...]) -> Materials:
    return Materials(
        settings=prepared.settings,
        faces=prepared.faces,
        assets=prepared.assets,
        facts=facts,
        cache=means.cache,
        jobs=means.jobs,
        progress=means.progress,
        findings=told,
        changes=prepared.changes,
        sources=prepared.sources,
        staff=means.staff,
        scheduler=means.scheduler,
        profile=prepared.profile,
    )


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


def _write(out: Path, made: Sequence[Made], facts: Mapping[str, Any]) -> tuple[Path, ...]:
    paths = []
    try:
        for one in made:
            for index, (name, data) in enumerate(one.files):
                write_whole(out / name, data)
                if index == 0:
                    paths.append(out / name)
        if facts and made:
            slug = Path(made[0].files[0][0]).stem
            text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            write_whole(out / f"{slug}.{PAGE_MAP}", text.encode())
    except OSError as fault:
        raise Stop(UNWRITABLE.at(None, path=fault.filename or out, reason=fault.strerror)) from fault
    return tuple(paths)
