"""Runs `publisher build` on a hostile book in a process of its own: bounded, guarded, and looked at afterwards."""

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
GUARD = Path(__file__).parent / "guard"
COMMAND = Path(sys.executable).with_name("publisher")

SECONDS = 60
"""What any build may take, on the clock."""
MEMORY = 4 * 1024**3
"""Address space of each process of a build, in bytes."""
LARGEST_FILE = 200 * 1024**2

SECRET = "kalimat-al-sirr-7f3a"
"""Stands in files outside the book; no made file may hold it."""

Content = str | bytes | Callable[[Path], None]
"""A file's text or bytes, or what makes the file at its path."""


@dataclass(frozen=True)
class Case:
    """A hostile book, and what the tool must say of it."""

    name: str
    files: Mapping[str, Content]
    """Files of the book's folder, by path."""
    finding: str = ""
    """Code of a diagnostic that must be told; "" for a book that is only to be survived."""
    place: str = ""
    """Where it must be: file:line:column."""
    ends: int = 1
    """Exit code."""
    book: str = ""
    """The file that is named on the command line; "" for the whole folder."""
    options: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    """What the message or its hint must hold, in every language."""


@dataclass(frozen=True)
class Ran:
    """A build that ended."""

    root: Path
    code: int
    seconds: float
    out: str
    err: str
    record: tuple[tuple[str, str], ...] = field(repr=False, default=())

    @property
    def told(self) -> list[dict[str, Any]]:
        """The diagnostics of a run with `--json`."""
        found: list[dict[str, Any]] = json.loads(self.err)["diagnostics"]
        return found

    @property
    def made(self) -> list[Path]:
        """Every file in the folder of made files, its cache aside."""
        out = self.root / "out"
        return sorted(p for p in out.rglob("*") if p.is_file() and ".cache" not in p.parts)

    def touched(self, what: str) -> list[str]:
        """Return what was read, written or asked for."""
        return [path for kind, path in self.record if kind == what]


def lay_out(root: Path, files: Mapping[str, Content]) -> Path:
    """Write a book's folder below a root, secrets beside it; return the folder."""
    (root / "secret.txt").write_text(SECRET, encoding="utf-8")
    (root / "secret.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><text>{SECRET}</text></svg>', encoding="utf-8"
    )
    folder = root / "book"
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def build(root: Path, book: Path, options: Sequence[str], out: str = "out", largest: int = LARGEST_FILE) -> Ran:
    """Build every edition of a book into `root/out` within the bounds, guarded."""
    for name in ("tmp", "cwd"):
        (root / name).mkdir(exist_ok=True)
    record = root / "record.jsonl"
    record.unlink(missing_ok=True)
    is_short = largest < LARGEST_FILE
    command = [sys.executable, str(COMMAND), "build", str(book), "--out", str(root / out), "--edition", "all"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(GUARD), str(ROOT / "src"))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PUBLISHER_GUARD": os.devnull if is_short else str(record),
        "TMPDIR": str(root / "tmp"),
        "LC_ALL": "C.UTF-8",
    }
    start = time.monotonic()
    done = subprocess.run(
        [*command, *options],
        cwd=root / "cwd",
        env=environment,
        capture_output=True,
        timeout=SECONDS,
        check=False,
        preexec_fn=lambda: _bound(largest),
    )
    seconds = time.monotonic() - start
    return Ran(root, done.returncode, seconds, done.stdout.decode(), done.stderr.decode(), _read(record))


def _bound(largest: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_NOTED = re.compile(r'\["[a-z]+", "(?:[^"\\]|\\.)*"\]')
"""A whole note: a process that is ended while it writes one leaves a part of it."""


def _read(record: Path) -> tuple[tuple[str, str], ...]:
    if not record.exists():
        return ()
    lines = dict.fromkeys(_NOTED.findall(record.read_text(encoding="utf-8")))
    return tuple((what, path) for what, path in map(json.loads, lines))
