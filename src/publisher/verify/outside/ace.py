"""Ace by DAISY, for accessibility: on the path, or the command that PUBLISHER_ACE names."""

import json
import os
import shlex
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publisher.diagnostic import Diagnostic, Said, Severity
from publisher.source import Span
from publisher.verify.outside.checker import TIMEOUT, Absent, Checker, told

VARIABLE = "PUBLISHER_ACE"
ABSENT = Said(
    "Ace غير مثبّت (npm install -g @daisy/ace-cli)، ولا يدلّ عليه المتغيّر PUBLISHER_ACE",
    "Ace is not installed (npm install -g @daisy/ace-cli), and PUBLISHER_ACE does not name it",
)
FAILED = Said("توقّف قبل أن يتمّ الفحص", "it stopped before it was done")
SEVERITIES = {"critical": Severity.ERROR, "serious": Severity.ERROR}
"""By impact; what is moderate or minor is a warning."""
COMMANDS = ("ace-cli", "ace-puppeteer", "ace")
"""By which it is called, as its packages `@daisy/ace-cli` and `@daisy/ace` install it."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def run(path: Path) -> Iterator[Diagnostic]:
    """Yield what Ace says of a file."""
    command = _command()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        try:
            subprocess.run(
                [*command, "-s", "-f", "-o", folder, str(path.resolve())],
                capture_output=True, timeout=TIMEOUT, check=False, env=_environment(),
            )  # fmt: skip
            said = json.loads(report.read_text(encoding="utf-8"))
        except (OSError, ValueError, subprocess.TimeoutExpired) as fault:
            raise Absent(FAILED) from fault
    entries = _entries(path)
    for page in said.get("assertions", ()):
        url = str(page.get("earl:testSubject", {}).get("url") or "")
        inner = next((name for name in entries if name == url or name.endswith(f"/{url}")), url)
        for assertion in page.get("assertions", ()):
            yield from _read(path.name, inner, assertion)


def _entries(path: Path) -> tuple[str, ...]:
    """Return the names in the archive: Ace names pages from the package's folder."""
    try:
        with zipfile.ZipFile(path) as archive:
            return tuple(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return ()


def _command() -> list[str]:
    named = shlex.split(os.environ.get(VARIABLE, ""))
    found = next(filter(None, map(shutil.which, named[:1] or COMMANDS)), None)
    if found is None:
        raise Absent(ABSENT)
    return [found, *named[1:]]


def _environment() -> dict[str, str]:
    """Return the environment, with the browser that is here where none is named."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    added = {"PUPPETEER_EXECUTABLE_PATH": browser} if browser else {}
    return {**added, **os.environ}


def _read(name: str, inner: str, assertion: dict[str, Any]) -> Iterator[Diagnostic]:
    result, test = assertion.get("earl:result", {}), assertion.get("earl:test", {})
    if result.get("earl:outcome") != "fail":
        return
    severity = SEVERITIES.get(str(test.get("earl:impact")), Severity.WARNING)
    hint = str(test.get("help", {}).get("url") or "")
    words = str(result.get("dct:description") or test.get("dct:description") or "")
    span = Span(f"{name}!{inner}" if inner and inner != name else name, 0, 0, 1, 1)
    yield told("Ace", str(test.get("dct:title") or ""), severity, words, span, hint)


CHECKER = Checker("ace", "epub", run, is_expected=True)
