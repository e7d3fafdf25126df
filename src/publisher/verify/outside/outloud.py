"""`outloud` (PyPI), where it is installed: PDF/UA and what a screen reader would meet."""

from collections.abc import Iterator
from importlib import import_module, util
from pathlib import Path
from typing import Any

from publisher.diagnostic import Diagnostic, Said, Severity
from publisher.source import Span
from publisher.verify.outside.checker import Absent, Checker, told

ABSENT = Said("outloud غير مثبّت (pip install outloud)", "outloud is not installed (pip install outloud)")
FAILED = Said("توقّف قبل أن يتمّ الفحص", "it stopped before it was done")
SEVERITIES = {"error": Severity.WARNING, "warning": Severity.NOTE}
"""It errs at times, so that what it calls an error does not stop a book."""


def run(path: Path) -> Iterator[Diagnostic]:
    """Yield what outloud says of a file."""
    if util.find_spec("outloud") is None:
        raise Absent(ABSENT)
    result: Any = import_module("outloud").check(str(path))
    if result.error:
        raise Absent(FAILED)
    for finding in result.findings:
        severity = SEVERITIES.get(finding.severity)
        if severity is not None:
            yield told("outloud", finding.rule, severity, _words(finding), Span(path.name, 0, 0, 1, 1))


def _words(finding: Any) -> str:
    page = f"page {finding.page}: " if finding.page else ""
    times = f" (×{finding.count})" if finding.count > 1 else ""
    return f"{page}{finding.message}{times}"


CHECKER = Checker("outloud", "pdf", run, is_expected=False)
