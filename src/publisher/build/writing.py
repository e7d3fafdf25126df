"""Writes made files: into a temporary file beside the target, then moved over it, so that no half file is ever seen."""

import contextlib
import os
import tempfile
from pathlib import Path

from publisher.diagnostic import Said, Stop, error

UNWRITABLE = error(
    "unwritable",
    Said("تعذّرت الكتابة في {path}: {reason}", "{path} cannot be written: {reason}"),
    Said("اختر مجلدًا آخر بالخيار ‎--out.", "choose another folder with --out."),
)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError as the system does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def need_folder(path: Path) -> None:
    """Make a folder and see that files can be made in it, before any work is done for nothing. Raises Stop."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as fault:
        raise Stop(UNWRITABLE.at(None, path=path, reason=fault.strerror)) from fault
