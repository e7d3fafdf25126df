"""What the readers understood of a manuscript, before any step: the outline, the evidence, the text with clean marks."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from publisher import manuscript
from publisher.build.reasons import with_reasons
from publisher.build.writing import UNWRITABLE, write_whole
from publisher.config import from_options
from publisher.diagnostic import Diagnostic, Stop, has_errors
from publisher.nodes import Text
from publisher.readers import Reading
from publisher.readers.binding_levels import even_levels
from publisher.readers.binding_titles import lifted
from publisher.readers.choice import read
from publisher.readers.marking import as_markdown
from publisher.readers.outline import outline as outline_of


def outline(
    path: Path, options: Mapping[str, Any] | None = None, *, why: bool = False
) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the outline of the manuscript at a path, and what was found while it was read. Raises Stop.

    Of a folder's files the blocks stand one after the other, each with its `file`. With `why`, a block of plain text
    says for which reasons it was read so.
    """
    found, readings = readings_of(path, options or {})
    told = (*found.diagnostics, *(d for reading in readings.values() for d in reading.diagnostics))
    if has_errors(told):
        raise Stop(*told)
    told_of = _outline(found, readings)
    if why:
        told_of = with_reasons(told_of, (*found.front, *found.chapters, *found.back), found.settings)
    return told_of, told


def _outline(found: manuscript.Manuscript, readings: Mapping[str, Reading]) -> dict[str, Any]:
    if found.is_lone:
        name, reading = next(iter(readings.items()))
        return outline_of(reading, notes_last=_is_marked(name))
    blocks = [
        {**block, "file": name}
        for name, reading in readings.items()
        for block in outline_of(reading, notes_last=_is_marked(name))["blocks"]
    ]
    return {"title": found.settings.title or None, "blocks": blocks}


def readings_of(path: Path, options: Mapping[str, Any]) -> tuple[manuscript.Manuscript, dict[str, Reading]]:
    """Return the manuscript at a path and the reading of each of its files, by name."""
    found = manuscript.find(path)
    settings, faults = from_options(found.settings, options)
    if has_errors(faults):
        raise Stop(*faults)
    readings = {}
    for source in (*found.front, *found.chapters, *found.back):
        reading = read(source, settings)
        if found.is_lone:
            reading = _titled(lifted(reading, settings.title))
        readings[source.name] = replace(reading, blocks=even_levels(reading.blocks))
    return found, readings


def _titled(reading: Reading) -> Reading:
    """Return a reading with the title that its front matter gives, where its text has none."""
    title = reading.metadata.get("title")
    return replace(reading, title=(Text(title),)) if isinstance(title, str) and not reading.title else reading


def _is_marked(name: str) -> bool:
    return name.lower().endswith((".md", ".markdown"))


def write_marked(path: Path, out: Path, options: Mapping[str, Any] | None = None) -> None:
    """Write the manuscript at a path as Markdown with clean marks, as it was understood. Raises Stop.

    Of a folder the files stand one after the other.
    """
    _, readings = readings_of(path, options or {})
    text = "\n".join(as_markdown(reading) for reading in readings.values())
    try:
        write_whole(out, text.encode())
    except OSError as fault:
        raise Stop(UNWRITABLE.at(None, path=out, reason=fault.strerror)) from fault
