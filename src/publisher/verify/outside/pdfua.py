"""`pdfua` (PyPI), where it is installed: some rules of PDF/UA-1."""

from collections import Counter
from collections.abc import Iterator
from importlib import import_module, util
from pathlib import Path
from typing import Any

from publisher.diagnostic import Diagnostic, Said, Severity
from publisher.source import Span
from publisher.verify.outside.checker import Absent, Checker, told

ABSENT = Said("pdfua غير مثبّت (pip install pdfua)", "pdfua is not installed (pip install pdfua)")
FAILED = Said("توقّف قبل أن يتمّ الفحص", "it stopped before it was done")
SEVERITIES = {"ERROR": Severity.WARNING, "WARNING": Severity.NOTE}
"""It errs at times, so that what it calls an error does not stop a book."""


def run(path: Path) -> Iterator[Diagnostic]:
    """Yield what pdfua says of a file: each rule once, with its count."""
    if util.find_spec("pdfua") is None:
        raise Absent(ABSENT)
    module = import_module("pdfua")
    try:
        report: Any = module.validate(str(path))
    except Exception as fault:  # its own faults are its own
        raise Absent(FAILED) from fault
    certain = [f for f in report.findings if f.severity.name in SEVERITIES and f.confidence.value == "certain"]
    times = Counter(f.rule_id for f in certain)
    for finding in {f.rule_id: f for f in reversed(certain)}.values():
        count = f" (×{times[finding.rule_id]})" if times[finding.rule_id] > 1 else ""
        words = f"{finding.location.describe()}: {finding.message}{count}"
        severity = SEVERITIES[finding.severity.name]
        yield told("pdfua", finding.rule_id, severity, words, Span(path.name, 0, 0, 1, 1), finding.remediation or "")


CHECKER = Checker("pdfua", "pdf", run, is_expected=False)
