"""Outside tools that a test needs: skipped where one is missing, but failed on CI (`PUBLISHER_CI=1`).

path = tool("chromium")
"""

import os
import shutil
from functools import cache

import pytest

NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "java": ("java",),
    "node": ("node",),
    "npm": ("npm",),
    "pdftotext": ("pdftotext",),
    "pdftoppm": ("pdftoppm",),
    "pdfinfo": ("pdfinfo",),
    "qpdf": ("qpdf",),
    "apt-get": ("apt-get",),
}
"""Commands by which each tool may stand on PATH."""

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


@cache
def find_tool(name: str) -> str | None:
    """Return the path of a tool, or None."""
    return next((path for command in NAMES[name] if (path := shutil.which(command))), None)


def tool(name: str) -> str:
    """Return the path of a tool; skip the test where it is missing, fail it on CI."""
    path = find_tool(name)
    if path is None:
        if os.environ.get("PUBLISHER_CI"):
            pytest.fail(f"{name} is missing on CI", pytrace=False)
        pytest.skip(f"{name} is not on this machine")
    return path


def pytest_runtest_setup(item: pytest.Item) -> None:
    """See to the marker `tool`."""
    for marker in item.iter_markers("tool"):
        for name in marker.args:
            tool(name)
