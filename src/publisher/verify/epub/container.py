"""The zip of an EPUB, read within bounds: what it holds, and what makes it no book at all."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZipInfo

from publisher.diagnostic import Diagnostic
from publisher.source import Span
from publisher.verify.finding import must

MOST_ENTRIES = 20_000
MOST_BYTES = 1 << 30
"""Of all files together, unpacked."""
MOST_RATIO = 400
"""Unpacked to packed, for a file of more than `RATIO_FROM` bytes."""
RATIO_FROM = 16 << 20

NOT_A_ZIP = must(
    "EPUB-ZIP",
    (
        "الملف ليس حاوية EPUB: تعذّرت قراءته أرشيفَ ZIP.",
        "the file is no EPUB container: it cannot be read as a zip archive",
    ),
    (
        "أعد تصدير الكتاب؛ فقد يكون الملف مبتورًا أو من نوع آخر.",
        "export the book again: the file may be cut short or of another kind",
    ),
)
TOO_BIG = must(
    "EPUB-ZIP",
    ("محتوى الأرشيف أكبر من الحدّ المأمون ({what}).", "the archive unpacks to more than the safe limit ({what})"),
    (
        "لا يُفحص ملف يتمدّد عند فكّه هذا التمدّد؛ تحقّق من مصدره.",
        "a file that swells like this is not examined: check where it comes from",
    ),
)
UNREADABLE = must(
    "EPUB-ZIP",
    (
        "تعذّر فكّ «{name}» من الأرشيف: بياناته تالفة أو معمّاة.",
        "“{name}” cannot be unpacked: its data are damaged or encrypted",
    ),
    ("أعد تصدير الكتاب بلا تعمية.", "export the book again, without encryption"),
)


@dataclass(frozen=True)
class Zip:
    """The entries in their order, and the bytes of those that could be read."""

    entries: tuple[ZipInfo, ...]
    files: Mapping[str, bytes]
    faults: tuple[Diagnostic, ...]


def read_zip(name: str, data: bytes) -> Zip:
    """Unpack an archive in memory, never past the limits."""
    here = Span(name, 0, 0, 1, 1)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return Zip((), {}, (NOT_A_ZIP.at(here),))
    entries = tuple(archive.infolist())
    if len(entries) > MOST_ENTRIES:
        return Zip((), {}, (TOO_BIG.at(here, what=len(entries)),))
    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    left = MOST_BYTES
    for entry in entries:
        if entry.is_dir():
            continue
        if _swells(entry) or entry.file_size > left:
            faults.append(TOO_BIG.at(here, what=entry.filename))
            break
        try:
            with archive.open(entry) as stream:
                content = stream.read(min(left, entry.file_size) + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, zlib.error):
            faults.append(UNREADABLE.at(here, name=entry.filename))
            continue
        left -= len(content)
        files.setdefault(entry.filename, content)
    return Zip(entries, files, tuple(faults))


def _swells(entry: ZipInfo) -> bool:
    return entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
