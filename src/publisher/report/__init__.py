"""Diagnostics as text for a terminal, as JSON, as SARIF: the only place that makes them words."""

from publisher.report.language import reading_language
from publisher.report.printing import FORMS, print_diagnostics
from publisher.report.shelf import Shelf
from publisher.report.terminal import print_lines

__all__ = ["FORMS", "Shelf", "print_diagnostics", "print_lines", "reading_language"]
