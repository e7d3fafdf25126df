"""Outside tools and libraries that a test needs: skipped where one is missing, but failed on CI (`PUBLISHER_CI=1`).

path = tool("chromium")
outloud = library("outloud")
text = shared("manuscripts/seed.txt").read_text()

Every skip of a test goes through here. On CI, one with a reason that ALLOWED does not hold fails.
"""

import os
import shutil
from collections.abc import Generator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest

NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "java": ("java",),
    "node": ("node",),
    "npm": ("npm",),
    "pandoc": ("pandoc",),
    "pdftotext": ("pdftotext",),
    "pdftoppm": ("pdftoppm",),
    "pdfinfo": ("pdfinfo",),
    "qpdf": ("qpdf",),
    "apt-get": ("apt-get",),
    "WebKitWebDriver": ("WebKitWebDriver",),
    "Xvfb": ("Xvfb",),
}
"""Commands by which each tool may stand on PATH."""

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Files that stand beside the project where it is developed, and are no part of it."""

NO_SHARED = "shared files absent"
AS_ROOT = "running as root"
ALLOWED = frozenset({NO_SHARED, AS_ROOT})
"""Reasons for which a test may be skipped on CI too."""

CHROMIUM_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What Chromium is started with, by Playwright (`executable_path=tool("chromium")`) or by hand."""


def is_ci() -> bool:
    """Whether what is missing is a failure."""
    return bool(os.environ.get("PUBLISHER_CI"))


def lacking(what: str) -> NoReturn:
    """Skip the test for want of something; fail it on CI."""
    if is_ci():
        pytest.fail(f"{what} is missing on CI", pytrace=False)
    pytest.skip(f"{what} is not on this machine")


@cache
def find_tool(name: str) -> str | None:
    """Return the path of a tool, or None."""
    return next((path for command in NAMES[name] if (path := shutil.which(command))), None)


def tool(name: str) -> str:
    """Return the path of a tool; skip the test where it is missing, fail it on CI."""
    return find_tool(name) or lacking(name)


def library(name: str) -> ModuleType:
    """Return a library of the group `dev`; skip the test where it is missing, fail it on CI."""
    if find_spec(name) is None:
        lacking(name)
    return import_module(name)


def shared(name: str) -> Path:
    """Return a file that stands beside the project; skip the test where it is absent."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip(NO_SHARED)
    return path


def not_as_root() -> None:
    """Skip the test for a user to whom nothing is forbidden."""
    if os.geteuid() == 0:
        pytest.skip(AS_ROOT)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """See to the marker `tool`."""
    for marker in item.iter_markers("tool"):
        for name in marker.args:
            tool(name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that was skipped on CI for a reason of its own."""
    report = yield
    if is_ci() and report.skipped and not hasattr(report, "wasxfail"):
        reason = skipped_for(report.longrepr)
        if reason not in ALLOWED:
            report.outcome = "failed"
            report.longrepr = f"skipped on CI: {reason}"
    return report


def skipped_for(told: Any) -> str:
    """Return the reason that the report of a skipped test gives."""
    words = told[2] if isinstance(told, tuple) else str(told)
    return str(words).removeprefix("Skipped: ")
