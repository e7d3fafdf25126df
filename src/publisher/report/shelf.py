"""The manuscript's files by name, read again when a diagnostic has to show a line of one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from publisher.diagnostic import Stop
from publisher.source import SourceFile


class Shelf(Mapping[str, SourceFile]):
    """Files below a book's folder (or the lone file's), decoded as the manuscript is, each at most once."""

    def __init__(self, book: Path) -> None:
        self._folder = book if book.is_dir() else book.parent
        self._read: dict[str, SourceFile | None] = {}

    def __getitem__(self, name: str) -> SourceFile:
        """Return the file, or raise KeyError where it is not there."""
        if name not in self._read:
            self._read[name] = self._open(name)
        if (source := self._read[name]) is None:
            raise KeyError(name)
        return source

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the files that were asked for and are there."""
        return (name for name, source in self._read.items() if source is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _open(self, name: str) -> SourceFile | None:
        from publisher.manuscript.finding import read_file
        from publisher.manuscript.word import SUFFIX

        path = self._folder / name
        try:
            return read_file(path, name)[0]
        except ValueError:
            return None
        except Stop:
            return None if path.suffix.lower() == SUFFIX else self._as_it_is(name, path)

    def _as_it_is(self, name: str, path: Path) -> SourceFile | None:
        """Return a file that cannot be decoded, as far as its bytes can be shown; None where it is no text at all."""
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if b"\0" in data:
            return None
        return SourceFile(name, data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))
