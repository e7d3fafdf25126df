"""Diagnostics as SARIF 2.1.0, for code hosts and editors that read it."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from publisher import __version__
from publisher.diagnostic import Diagnostic, Fix
from publisher.source import SourceFile, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def log(diagnostics: Sequence[Diagnostic], sources: Mapping[str, SourceFile], language: str) -> dict[str, Any]:
    """Return one run as a SARIF log."""
    codes = tuple(dict.fromkeys(diagnostic.code for diagnostic in diagnostics))
    hints = {diagnostic.code: diagnostic.hint.in_language(language) for diagnostic in reversed(diagnostics)}
    rules = [{"id": code, "help": {"text": hints[code] or code}} for code in codes]
    driver = {"name": "publisher", "version": __version__, "language": language, "rules": rules}
    results = [_result(d, codes.index(d.code), sources, language) for d in diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(diagnostic: Diagnostic, rule: int, sources: Mapping[str, SourceFile], language: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": str(diagnostic.severity),
        "message": {"text": diagnostic.message.in_language(language)},
    }
    if diagnostic.span is not None:
        location = {"artifactLocation": _artifact(diagnostic.span), "region": _region(diagnostic.span, sources)}
        result["locations"] = [{"physicalLocation": location}]
    if diagnostic.fix is not None:
        result["fixes"] = [_fix(diagnostic.fix, sources)]
    return result


def _artifact(span: Span) -> dict[str, str]:
    return {"uri": quote(span.file)}


def _region(span: Span, sources: Mapping[str, SourceFile]) -> dict[str, int]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
    source = sources.get(span.file)
    if source is not None and span.end <= len(source.text):
        end = source.span(span.end, span.end)
        region |= {"endLine": end.line, "endColumn": end.column}
    return region


def _fix(fix: Fix, sources: Mapping[str, SourceFile]) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(fix.span, sources), "insertedContent": {"text": fix.replacement}}
    return {"artifactChanges": [{"artifactLocation": _artifact(fix.span), "replacements": [replacement]}]}
