"""Packages from npm that tests need, installed once into a cache folder of the user's.

folder = npm_packages("foliate-js@1.0.1")
"""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from tests.tools import CHROMIUM_ARGUMENTS, lacking, tool

LONGEST = 240
"""Seconds that an installation may take."""

ACE = "@daisy/ace-cli@1.4.6"


@cache
def npm_packages(*names: str) -> Path:
    """Return the folder whose `node_modules` holds the packages; skip the test where they cannot be had, fail it on CI."""
    npm = tool("npm")
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "publisher-tests"
    folder = base / "-".join(name.replace("/", "_") for name in names)
    if not _is_whole(folder):
        shutil.rmtree(folder, ignore_errors=True)
        base.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=base) as scraps:
            fresh = Path(scraps) / folder.name
            _install(npm, fresh, names)
            _put(fresh, folder)
    return folder


def _is_whole(folder: Path) -> bool:
    return (folder / "node_modules" / ".package-lock.json").is_file()


def _install(npm: str, folder: Path, names: tuple[str, ...]) -> None:
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), *names]
    environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    folder.mkdir()
    try:
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=LONGEST)
    except (subprocess.SubprocessError, OSError) as fault:
        lacking(f"{', '.join(names)} of npm ({fault})")


def _put(fresh: Path, folder: Path) -> None:
    """Move what was installed to its place in one step; another process may have put the same there."""
    try:
        fresh.rename(folder)
    except OSError:
        if not _is_whole(folder):
            raise


def ace(folder: Path) -> tuple[list[str], dict[str, str]]:
    """Return the command that runs Ace, and its environment, with the Chromium that is here; `folder` is for its scraps."""
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\nexec "{tool("chromium")}" {" ".join(CHROMIUM_ARGUMENTS)} "$@"\n', encoding="utf-8")
    browser.chmod(0o755)
    command = [tool("node"), str(npm_packages(ACE) / "node_modules/.bin/ace-cli")]
    return command, {"PUPPETEER_EXECUTABLE_PATH": str(browser), "HOME": str(folder)}
