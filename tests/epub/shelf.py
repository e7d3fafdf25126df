"""Packages from npm that tests of the e-book need, installed once into a cache folder of the user's.

folder = npm_packages("foliate-js@1.0.1")
"""

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest
from tests.tools import tool

LONGEST = 240
"""Seconds that an installation may take."""


@cache
def npm_packages(*names: str) -> Path:
    """Return the folder whose `node_modules` holds the packages; skip the test where they cannot be had, fail it on CI."""
    npm = tool("npm")
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "publisher-tests"
    folder = base / "-".join(name.replace("/", "_") for name in names)
    if not (folder / "node_modules" / ".package-lock.json").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        _install(npm, folder, names)
    return folder


def _install(npm: str, folder: Path, names: tuple[str, ...]) -> None:
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), *names]
    environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    try:
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=LONGEST)
    except (subprocess.SubprocessError, OSError) as fault:
        if os.environ.get("PUBLISHER_CI"):
            pytest.fail(f"{', '.join(names)} cannot be installed: {fault}", pytrace=False)
        pytest.skip(f"{', '.join(names)} cannot be installed")
