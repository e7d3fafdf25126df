"""What is kept between builds: entries by content, verified when read, written whole or not at all, bounded.

An entry is a file named by its kind and key; its first bytes are the digest of the rest. Two builds may share a folder,
and a build may be killed at any moment: an entry appears by a rename, and what cannot be verified does not exist.
"""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Final

_DIGEST: Final = 32
BOUND: Final = 512 * 1024 * 1024
"""Bytes that a folder may hold."""
_STALE: Final = 3600.0
"""Seconds after which a file that was never renamed belongs to nobody."""
_serial = count()


class Store:
    """A folder of entries."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, kind: str, key: str) -> Path:
        """Return where an entry lies."""
        return self.folder / kind / key[:2] / key

    def get(self, kind: str, key: str) -> bytes | None:
        """Return an entry, or None where there is none that is whole."""
        path = self.path(kind, key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        body = data[_DIGEST:]
        if blake2b(body, digest_size=_DIGEST).digest() != data[:_DIGEST]:
            with suppress(OSError):
                path.unlink()
            return None
        return body

    def has(self, kind: str, key: str) -> bool:
        """Whether there is an entry (it may still turn out to be damaged)."""
        return self.path(kind, key).exists()

    def put(self, kind: str, key: str, body: bytes) -> None:
        """Keep an entry."""
        path = self.path(kind, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.{next(_serial)}")
        try:
            with part.open("wb") as file:
                file.write(blake2b(body, digest_size=_DIGEST).digest())
                file.write(body)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise

    def touch(self, entries: Iterable[tuple[str, str]]) -> None:
        """Mark entries as used now: the longest unused are the first to go."""
        for kind, key in entries:
            with suppress(OSError):
                os.utime(self.path(kind, key))

    def sweep(self, bound: int = BOUND) -> None:
        """Remove the longest unused entries until the rest fit the bound, and leavings of killed builds."""
        files = []
        now = time.time()
        for path in self.folder.glob("*/*/*"):
            with suppress(OSError):
                status = path.stat()
                if path.name.startswith("."):
                    if now - status.st_mtime > _STALE:
                        path.unlink()
                    continue
                files.append((status.st_mtime, status.st_size, path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= bound:
                break
            with suppress(OSError):
                path.unlink()
                total -= size
