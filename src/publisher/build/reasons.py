"""Why the reader of plain text read each block as it did, put into an outline for `publisher outline --why`."""

from collections.abc import Iterable
from typing import Any

from publisher.config import Settings
from publisher.readers import plain
from publisher.readers.choice import reader_of
from publisher.source import SourceFile


def with_reasons(outline: dict[str, Any], sources: Iterable[SourceFile], settings: Settings) -> dict[str, Any]:
    """Return an outline whose blocks say why they were read so; only plain text has to be weighed."""
    weighed = {source.name: _by_line(source, settings) for source in sources if reader_of(source) is plain.read}
    lone = next(iter(weighed.values()), {})
    return {**outline, "blocks": [_told(block, weighed.get(block.get("file"), lone)) for block in outline["blocks"]]}


def _told(block: dict[str, Any], by_line: dict[int, dict[str, Any]]) -> dict[str, Any]:
    why = by_line.get(block.get("line", 0))
    return block if why is None else {**block, "why": why}


def _by_line(source: SourceFile, settings: Settings) -> dict[int, dict[str, Any]]:
    _, evidence = plain.read_with_evidence(source, settings)
    return {
        one.line: {
            "confidence": round(one.confidence, 3),
            "else": str(one.runner_up),
            "reasons": [{"seen": reason.seen, "weight": round(reason.weight, 2)} for reason in one.reasons],
        }
        for one in evidence
    }
