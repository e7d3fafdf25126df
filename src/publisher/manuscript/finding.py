"""Finds the files of a book: a folder with or without `book.toml`, or one manuscript file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publisher import config
from publisher.config import Settings
from publisher.config.load import key_span
from publisher.diagnostic import Diagnostic, Finding, Said, Stop, error, has_errors, warning
from publisher.manuscript.decoding import TOO_LARGE, decode, file_span
from publisher.manuscript.limits import FILES, MEGABYTE, TEXT_MEGABYTES, WORD_MEGABYTES
from publisher.manuscript.order import natural_key
from publisher.manuscript.word import SUFFIX, open_word
from publisher.source import SourceFile, Span

MISSING_BOOK = error(
    "missing-book",
    Said("لا يوجد ملف ولا مجلد بهذا الاسم: {name}", "there is no file or folder named {name}"),
    Said("راجع الاسم.", "check the name."),
)
MISSING_FILE = error(
    "missing-file",
    Said("الملف {name} غير موجود في مجلد الكتاب", "{name} is not in the book's folder"),
    Said("راجع الاسم في book.toml. {near}", "check the name in book.toml. {near}"),
)
OUTSIDE_FILE = error(
    "file-outside-book",
    Said("الملف {name} خارج مجلد الكتاب", "{name} lies outside the book's folder"),
    Said("انقله إلى مجلد الكتاب.", "move it into the book's folder."),
)
LISTED_TWICE = error(
    "file-listed-twice",
    Said("الملف {name} مذكور مرتين", "{name} is listed twice"),
    Said("أبقِ ذكرًا واحدًا.", "list it once."),
)
NO_FILES = error(
    "no-manuscript",
    Said("ليس في المجلد {name} ملف نصّ ({kinds})", "{name} holds no manuscript file ({kinds})"),
    Said("ضع فيه ملف نصّ واحدًا على الأقل.", "put at least one text file into it."),
)
TOO_MANY = error(
    "too-many-files",
    Said("في المجلد {count} ملفًّا، والحد {limit}", "the folder holds {count} files; the limit is {limit}"),
    Said("اذكر ملفات الكتاب في chapters.", "list the book's files under chapters."),
)
UNREADABLE = error(
    "unreadable-file",
    Said("تعذّرت قراءة الملف {name}: {reason}", "{name} could not be read: {reason}"),
    Said("راجع صلاحيات الملف.", "check the permissions of the file."),
)
NO_TITLE = warning(
    "no-title",
    Said("الكتاب بلا عنوان، فأخذ اسم الملف: {name}", "the book has no title; it takes the file's name: {name}"),
    Said("أضف title في book.toml أو في صدر الملف.", "add a title to book.toml or to the head of the file."),
)

KINDS = (".md", ".markdown", ".txt", SUFFIX)
"""Endings of manuscript files."""

SETTINGS_FILE = "book.toml"


@dataclass(frozen=True)
class Manuscript:
    """The author's files as they stand on disk, decoded and in order."""

    folder: Path
    """Folder that every name and path in the book starts from."""
    settings: Settings
    front: tuple[SourceFile, ...] = ()
    chapters: tuple[SourceFile, ...] = ()
    back: tuple[SourceFile, ...] = ()
    is_lone: bool = False
    """Whether it is one file that was named by itself."""
    diagnostics: tuple[Diagnostic, ...] = ()
    settings_file: SourceFile | None = None
    """`book.toml`, where there is one."""
    name: str = ""
    """Name of the file or folder without its ending: what a book without a title is called."""

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """Every file with text, `book.toml` included: what spans point into."""
        toml = () if self.settings_file is None else (self.settings_file,)
        return (*toml, *self.front, *self.chapters, *self.back)


def find(path: Path) -> Manuscript:
    """Return the manuscript at a path. Raises Stop with what is wrong where there is none to read."""
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise Stop(MISSING_BOOK.at(None, name=path.name))
    if path.name == SETTINGS_FILE:
        return _folder(path.parent)
    source, found = read_file(path, path.name)
    return Manuscript(path.parent, Settings(), (), (source,), (), is_lone=True, diagnostics=found, name=path.stem)


def _folder(folder: Path) -> Manuscript:
    toml, settings, found = _settings(folder)
    listed = _Listing(folder, toml)
    chapters = settings.chapters or _unlisted(folder, (*settings.front, *settings.back))
    front = listed.files("front", settings.front)
    body = listed.files("chapters", chapters)
    back = listed.files("back", settings.back)
    found = (*found, *listed.found)
    if has_errors(found):
        raise Stop(*found)
    name = folder.resolve().name
    return Manuscript(folder, settings, front, body, back, diagnostics=found, settings_file=toml, name=name)


def _settings(folder: Path) -> tuple[SourceFile | None, Settings, tuple[Diagnostic, ...]]:
    file = folder / SETTINGS_FILE
    if not file.is_file():
        return None, Settings(), ()
    source, found = read_file(file, SETTINGS_FILE)
    settings, faults = config.load(source)
    return source, settings, (*found, *faults)


def _unlisted(folder: Path, listed: Iterable[str]) -> tuple[str, ...]:
    """Return the folder's manuscript files that no list names, in natural order."""
    taken = {(folder / name).resolve() for name in listed}
    files = [p for p in folder.iterdir() if _is_manuscript(p) and p.resolve() not in taken]
    if not files:
        raise Stop(NO_FILES.at(file_span(folder.resolve().name), name=folder.resolve().name, kinds="، ".join(KINDS)))
    if len(files) > FILES:
        raise Stop(TOO_MANY.at(file_span(folder.resolve().name), count=len(files), limit=FILES))
    return tuple(sorted((p.name for p in files), key=natural_key))


def _is_manuscript(path: Path) -> bool:
    is_readme = path.stem.lower().split(".")[0] in ("readme", "changelog", "license")
    return path.suffix.lower() in KINDS and not path.name.startswith((".", "~")) and not is_readme and path.is_file()


class _Listing:
    """Reads the files that `book.toml` lists, and gathers what is wrong with them."""

    def __init__(self, folder: Path, toml: SourceFile | None) -> None:
        self.folder = folder
        self.root = folder.resolve()
        self.toml = toml
        self.found: list[Diagnostic] = []
        self.seen: set[Path] = set()

    def files(self, key: str, names: Iterable[str]) -> tuple[SourceFile, ...]:
        """Return the files of one list."""
        return tuple(source for name in names if (source := self.file(key, name)) is not None)

    def file(self, key: str, name: str) -> SourceFile | None:
        path = self.folder / name
        real = path.resolve()
        if not real.is_relative_to(self.root):
            return self.fault(OUTSIDE_FILE, key, name)
        if not real.is_file():
            near = next((p.name for p in self.folder.iterdir() if p.name.casefold() == name.casefold()), "")
            return self.fault(MISSING_FILE, key, name, near=f"{near}?" if near else "")
        if real in self.seen:
            return self.fault(LISTED_TWICE, key, name)
        self.seen.add(real)
        try:
            source, found = read_file(path, real.relative_to(self.root).as_posix())
        except Stop as stop:
            self.found += stop.diagnostics
            return None
        self.found += found
        return source

    def fault(self, finding: Finding, key: str, name: str, **values: Any) -> SourceFile | None:
        self.found.append(finding.at(self.span(key, name), name=name, **values))
        return None

    def span(self, key: str, name: str) -> Span | None:
        """Return where a list names a file: the name itself, else the key."""
        if self.toml is None:
            return None
        place = key_span(self.toml, "", key)
        if place is None:
            return None
        at = self.toml.text.find(name, place.end)
        return place if at < 0 else self.toml.span(at, at + len(name))


def read_file(path: Path, name: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """Return one manuscript file as text, whatever kind it is, and what was guessed about it. Raises Stop."""
    is_word = path.suffix.lower() == SUFFIX
    limit = WORD_MEGABYTES if is_word else TEXT_MEGABYTES
    try:
        with path.open("rb") as file:
            data = file.read(limit * MEGABYTE + 1)
    except OSError as fault:
        raise Stop(UNREADABLE.at(file_span(name), name=name, reason=fault.strerror or "")) from None
    if len(data) > limit * MEGABYTE:
        raise Stop(TOO_LARGE.at(file_span(name), name=name, limit=limit))
    return (open_word(name, data), ()) if is_word else decode(name, data)
