"""Locks the dependencies with hashes, for every system and Python that pyproject.toml allows. Names no registry.

requirements.lock holds what making a book needs, requirements-dev.lock adds what the tests need.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPILE = (
    "compile pyproject.toml --group build --universal --generate-hashes --no-annotate --no-header --no-emit-index-url"
)
LOCKS = {
    "requirements.lock": "",
    "requirements-dev.lock": "--group dev --python-version 3.11.5",  # types-lxml leans on a library that asks for 3.11.5
}

if __name__ == "__main__":
    for name, more in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", *COMPILE.split(), *more.split(), "-q", "-o", name, *sys.argv[1:]]
        subprocess.run(command, cwd=ROOT, check=True)
