"""The colour profile that a book names for its press, read from the book's folder and from nowhere else."""

from pathlib import Path
from typing import Final

from publisher.diagnostic import Diagnostic, Said, error

MISSING = error(
    "missing-profile",
    Said("ملف الألوان {path} غير موجود في مجلّد الكتاب", "there is no colour profile {path} in the book's folder"),
    Said("راجع المفتاح pdf.profile.", "check the key pdf.profile."),
)
TOO_LARGE = error(
    "profile-too-large",
    Said("ملف الألوان {path} أكبر من الحد: {limit} م.ب", "the colour profile {path} passes the limit: {limit} MB"),
    Said("خذ من المطبعة ملفًّا أصغر.", "get a smaller one from the printer."),
)
_MEGABYTES: Final = 16


def read_profile(folder: Path, name: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the bytes of a profile by its path from the folder, and what is wrong with it; nothing without a name."""
    if not name:
        return b"", ()
    try:
        file = (folder / name).resolve()
        if not file.is_relative_to(folder.resolve()) or not file.is_file():
            return b"", (MISSING.at(None, path=name),)
        if file.stat().st_size > _MEGABYTES << 20:
            return b"", (TOO_LARGE.at(None, path=name, limit=_MEGABYTES),)
        return file.read_bytes(), ()
    except (OSError, ValueError):
        return b"", (MISSING.at(None, path=name),)
