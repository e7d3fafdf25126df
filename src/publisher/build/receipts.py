"""Receipts: what a build read and what it made. Where nothing has changed, the next build ends before a text is read.

A receipt holds for one book, one way to build it and one state of the tool. It is believed only when every file of the
book, and every made file, still has the very bytes that it had.
"""

import json
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import publisher
from publisher.build.saying import from_plain, to_plain
from publisher.diagnostic import Diagnostic
from publisher.press.cache import Store
from publisher.press.engine import libraries

if TYPE_CHECKING:
    from publisher.build.making import Work

KIND: Final = "receipt"
_FILES: Final = 2000
_BYTES: Final = 256 * 2**20
"""A folder with more than this is not looked through: its books are built each time."""
_GRAIN: Final = 2.0
"""Seconds that a disk may be wrong about when a file was changed."""
_ENVIRONMENT: Final = ("SOURCE_DATE_EPOCH",)


class Receipts:
    """The receipt of one book, built in one way into one folder."""

    def __init__(self, book: Path, editions: Sequence[str], out: Path, options: Mapping[str, Any]) -> None:
        self._book = book
        self._is_lone = book.is_file() and book.name != "book.toml"
        self._folder = book.parent if book.is_file() else book
        self._out = out
        self._store = Store(out / ".cache")
        way = (str(book.resolve()), sorted(editions), sorted(options.items()), [*map(os.environ.get, _ENVIRONMENT)])
        self._key = blake2b(repr((way, _tool())).encode(), digest_size=16).hexdigest()

    def kept(self) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]] | None:
        """Return the made files and the findings of the last build, where a build would do the same again."""
        try:
            receipt = json.loads(self._store.get(KIND, self._key) or b"")
            if receipt["read"] != self._read(receipt["beside"]):
                return None
            if receipt["made"] != _digests(self._out, receipt["made"]):
                return None
            return tuple(self._out / name for name in receipt["paths"]), tuple(map(from_plain, receipt["told"]))
        except (ValueError, TypeError, KeyError):
            return None  # no receipt, or none that we wrote

    def read(self) -> dict[str, str] | None:
        """Return what the book's own files say now; None where they are too many or too much to look through."""
        return self._read(())

    def keep(self, read: dict[str, str], work: "Work", started: float) -> None:
        """Keep the receipt of a build that began when the book's files said what was `read`."""
        folder = self._folder
        beside = [name for name in work.pictures if self._is_lone and (folder / name).is_file()]
        if any((folder / name).stat().st_mtime > started - _GRAIN for name in beside):
            return
        receipt = {
            "beside": beside,
            "read": {**read, **_digests(folder, beside)},
            "paths": [path.name for path in work.paths],
            "made": _digests(self._out, [path.name for path in work.written]),
            "told": [*map(to_plain, work.told)],
        }
        with suppress(OSError):
            self._store.put(KIND, self._key, json.dumps(receipt, ensure_ascii=False).encode())

    def _read(self, beside: Iterable[str]) -> dict[str, str] | None:
        """Return the digest of each file of the book by its path."""
        own = [self._book, *_tree(self._folder / "fonts")] if self._is_lone else _tree(self._folder, self._out)
        names = [*(file.relative_to(self._folder).as_posix() for file in own), *beside]
        if len(names) > _FILES or sum(_size(self._folder / name) for name in names) > _BYTES:
            return None
        return _digests(self._folder, names)


def _digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the digest of each file of a folder; of one that cannot be read, or lies elsewhere, nothing."""
    root = folder.resolve()
    found = {}
    for name in sorted(names):
        file = (folder / name).resolve()
        try:
            is_ours = file.is_relative_to(root)
            found[name] = blake2b(file.read_bytes(), digest_size=16).hexdigest() if is_ours else ""
        except OSError:
            found[name] = ""
    return found


def _tree(folder: Path, out: Path | None = None) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it, but for hidden ones, those in `out`, and links that lead out."""
    return islice(_walk(folder, out), _FILES + 1)


def _walk(folder: Path, out: Path | None) -> Iterator[Path]:
    root = folder.resolve()
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and not _is_same(Path(here, name), out))
        for name in sorted(files):
            file = Path(here, name)
            if name[0] != "." and file.is_file() and file.resolve().is_relative_to(root):
                yield file


def _is_same(folder: Path, other: Path | None) -> bool:
    return other is not None and folder.resolve() == other.resolve()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _tool() -> list[Any]:
    """Return what tells one state of the tool from another: its files, its libraries, its Python."""
    package = Path(publisher.__file__).parent
    roots = [package, *(package.parents[1] / name for name in ("styles", "fonts"))]
    files = [(str(path), path.stat()) for root in roots for path in _tree(root) if "__pycache__" not in path.parts]
    own = [(path, status.st_size, status.st_mtime_ns) for path, status in files]
    packages = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return [sys.version, packages, libraries(), own]
