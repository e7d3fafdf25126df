"""The archive of an e-book: the same files give the same bytes, whoever packs them and when (A1…A8)."""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from typing import Final

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the first that a zip file can hold."""
PACKED: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".mp3", ".m4a")
"""Endings of files that are compressed in themselves, and stored as they are."""
LEVEL: Final = 9
_UNIX: Final = 3
_REGULAR_FILE: Final = 0o100644 << 16


class Archive(zipfile.ZipFile):
    """A zip file in memory with a fixed date, mode and level; no name twice."""

    def __init__(self) -> None:
        self.buffer = io.BytesIO()
        super().__init__(self.buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL)

    def writestr(  # type: ignore[override]  # EbookLib hands out text and bytes only
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: str | bytes,
        compress_type: int | None = None,  # noqa: ARG002 - EbookLib's wish; ours is decided by the name
        compresslevel: int | None = None,  # noqa: ARG002
    ) -> None:
        """Add a file. A name that is there already, or that is not plain ASCII in lower case, is a fault of the tool."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        if name in self.NameToInfo:
            raise ValueError(f"two files are called {name}")
        if not name.isascii() or " " in name:
            raise ValueError(f"{name} is no name for a file of an e-book")
        entry = zipfile.ZipInfo(name, date_time=EPOCH)
        entry.create_system = _UNIX
        entry.external_attr = _REGULAR_FILE
        stored = name == "mimetype" or name.lower().endswith(PACKED)
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        super().writestr(entry, data, compresslevel=LEVEL)

    def bytes(self) -> bytes:
        """Close the archive and return it."""
        self.close()
        return self.buffer.getvalue()


def content_hash(files: Iterable[tuple[str, bytes]]) -> str:
    """Return one SHA-256 of names and contents: equal for equal books, whatever library compressed them."""
    total = hashlib.sha256()
    for name, data in sorted(files):
        total.update(f"{name}\0{hashlib.sha256(data).hexdigest()}\n".encode())
    return total.hexdigest()
