"""The work of a build: prepare the book once, make each edition, write what was made when nothing is wrong."""

import importlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher.build.path import Prepared, prepare
from publisher.build.run import Built, Way, stop
from publisher.build.writing import UNWRITABLE, need_folder, write_whole
from publisher.diagnostic import Diagnostic, Stop
from publisher.editions import Made, Materials
from publisher.press.staff import Staff

EDITIONS = ("pdf", "epub", "html")
"""Names of the editions, in the order they are made: a later one may use the facts of an earlier."""

PAGE_MAP = "pages.json"


@dataclass(frozen=True)
class Work:
    """What was done."""

    paths: tuple[Path, ...]
    """The primary file of each edition."""
    written: tuple[Path, ...]
    """Every file that may have been written, the page map among them."""
    told: tuple[Diagnostic, ...]
    pictures: tuple[str, ...]
    """Files that the manuscript shows, by their path from its folder."""


def make(path: Path, editions: Sequence[str], out: Path, options: Mapping[str, Any], way: Way) -> Work:
    """Make editions of the book at a path and write them into a folder. Raises Stop; nothing is written then."""
    with Staff(way.jobs) as staff:
        if "pdf" in editions and not way.scheduler:
            staff.hire_early()
        prepared = prepare(path, options)
        stop(prepared.diagnostics, is_strict=way.is_strict)
        need_folder(out)
        made, told, facts = _made(editions, prepared, _Place(way, out, staff))
    page_map = _page_map(out, prepared)
    files = {out / name: data for one in made for name, data in one.files}
    if facts:
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        files[page_map] = text.encode()
    _write(out, files)
    primary = tuple(out / one.files[0][0] for one in made)
    shown = (*prepared.assets, *filter(None, (prepared.settings.pdf.profile,)))
    return Work(primary, tuple({**files, page_map: b""}), told, shown)


def check(path: Path, options: Mapping[str, Any] | None = None) -> Built:
    """Prepare the book at a path and return every finding, errors among them; nothing is made."""
    return Built((), prepare(path, options or {}).diagnostics)


@dataclass(frozen=True)
class _Place:
    """Where and how the editions of one book are made."""

    way: Way
    out: Path
    staff: Staff

    def materials(self, prepared: Prepared, facts: Mapping[str, Any], told: tuple[Diagnostic, ...]) -> Materials:
        return Materials(
            settings=prepared.settings,
            faces=prepared.faces,
            assets=prepared.assets,
            facts=facts,
            cache=self.out / ".cache" if self.way.keeps_cache else None,
            jobs=self.way.jobs,
            progress=self.way.progress,
            findings=told,
            changes=prepared.changes,
            sources=prepared.sources,
            staff=self.staff,
            scheduler=self.way.scheduler,
            profile=prepared.profile,
        )


def _made(
    editions: Sequence[str], prepared: Prepared, place: _Place
) -> tuple[list[Made], tuple[Diagnostic, ...], Mapping[str, Any]]:
    """Make the editions; return them with every finding and the facts that they leave."""
    told, facts = prepared.diagnostics, _facts(place.out, prepared)
    made: list[Made] = []
    for name in sorted(editions, key=EDITIONS.index):
        place.way.progress(name)
        edition = importlib.import_module(f"publisher.editions.{name}")
        one: Made = edition.make(prepared.book, place.materials(prepared, facts, told))
        told = (*told, *one.diagnostics)
        stop(told, is_strict=place.way.is_strict)
        facts = {**facts, **one.facts}
        made.append(one)
    return made, told, facts


def _page_map(out: Path, prepared: Prepared) -> Path:
    return out / f"{prepared.book.metadata.slug}.{PAGE_MAP}"


def _facts(out: Path, prepared: Prepared) -> Mapping[str, Any]:
    """Return the facts that an earlier build of the same book left, when they can be read."""
    try:
        facts = json.loads(_page_map(out, prepared).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def _write(out: Path, files: Mapping[Path, bytes]) -> None:
    """Write files in their order. Raises Stop where the folder takes one no more."""
    try:
        for path, data in files.items():
            write_whole(path, data)
    except OSError as fault:
        raise Stop(UNWRITABLE.at(None, path=fault.filename or out, reason=fault.strerror)) from fault
