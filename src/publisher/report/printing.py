"""Prints diagnostics in one of three forms."""

import json
from collections.abc import Iterable, Mapping
from typing import TextIO

from publisher.diagnostic import Diagnostic
from publisher.report import records, sarif, text
from publisher.report.terminal import print_lines
from publisher.source import SourceFile

FORMS = ("text", "json", "sarif")


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceFile],
    stream: TextIO,
    form: str = "text",
    language: str = "en",
) -> None:
    """Print diagnostics in order of place; those of the whole book come first."""
    ordered = sorted(diagnostics, key=_place)
    if form == "text":
        print_lines(text.lines(ordered, sources, language), stream, language)
        return
    data = records.report(ordered, language) if form == "json" else sarif.log(ordered, sources, language)
    stream.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _place(diagnostic: Diagnostic) -> tuple[str, int]:
    return (diagnostic.span.file, diagnostic.span.start) if diagnostic.span else ("", 0)
