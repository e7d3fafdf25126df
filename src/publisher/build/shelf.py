"""Several books of one command, side by side: each in a process of its own, the largest first.

A book that cannot be made, or whose process dies, is told as its own finding; the others are made all the same.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from publisher.build.run import build
from publisher.diagnostic import Diagnostic, Said, Stop, error

SAME_NAME = error(
    "books-of-one-name",
    Said("كتابان بالاسم نفسه: {first}، {second}", "two books have one name: {first}, {second}"),
    Said("اصنعهما بأمرين، لكلٍّ مجلّده.", "make them with two commands, each into a folder of its own."),
)
BOOK_FAILED = error(
    "book-failed",
    Said("تعذّر صنع {book}: {reason}", "{book} could not be made: {reason}"),
    Said("هذا عيب في الأداة: أعد الكتاب وحده مع ‎--debug.", "this is a fault of the tool: make it alone with --debug."),
)

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Shelved:
    """What became of one book."""

    book: Path
    paths: tuple[Path, ...]
    """Its made files; none where it could not be made."""
    diagnostics: tuple[Diagnostic, ...]


def build_shelf(
    books: Sequence[Path],
    editions: Sequence[str],
    out: Path,
    options: Mapping[str, Any],
    progress: Tell,
    *,
    jobs: int = 0,
    **more: Any,
) -> Iterator[Shelved]:
    """Build books, each into the folder of its name in `out`; yield what became of each, in their order. Raises Stop."""
    _need_names(books)
    jobs = jobs or os.cpu_count() or 1
    at_once = min(jobs, len(books))
    hands = ThreadPoolExecutor(at_once)
    try:
        given = {
            book: hands.submit(
                _made_apart,
                book,
                partial(build, book, tuple(editions), out / book.stem, dict(options), jobs=jobs // at_once, **more),
                progress,
            )
            for book in sorted(books, key=_size, reverse=True)
        }
        for book in books:
            yield given[book].result()
    finally:
        hands.shutdown(cancel_futures=True)


def _need_names(books: Sequence[Path]) -> None:
    known: dict[str, Path] = {}
    for book in books:
        first = known.setdefault(book.stem, book)
        if first is not book:
            raise Stop(SAME_NAME.at(None, first=first, second=book))


def _size(book: Path) -> int:
    """Return how large a book's files are together."""
    files = book.rglob("*") if book.is_dir() else (book,)
    return sum(file.stat().st_size for file in files if file.is_file())


def _made_apart(book: Path, make: Callable[..., Any], progress: Tell) -> Shelved:
    """Make one book in a process of its own and wait for it."""
    methods = multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    pipe, other = context.Pipe(duplex=False)
    process = context.Process(target=_make, args=(other, make))
    process.start()
    other.close()
    try:
        while isinstance(said := pipe.recv(), str):
            progress(f"{book.stem}: {said}")
        paths, diagnostics, reason = said
    except EOFError:
        process.join()
        paths, diagnostics, reason = (), (), f"exit {process.exitcode}"
    process.join()
    failed = (BOOK_FAILED.at(None, book=book, reason=reason),) if reason else ()
    return Shelved(book, paths, (*diagnostics, *failed))


def _make(pipe: Connection, make: Callable[..., Any]) -> None:
    """Make a book; send the words of its progress, then its files, its findings and what went wrong."""
    try:
        built = make(progress=pipe.send)
        result = built.paths, built.diagnostics, ""
    except Stop as stop:
        result = (), stop.diagnostics, ""
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told with its book
        result = (), (), f"{type(fault).__name__}: {fault}"
    pipe.send(result)
