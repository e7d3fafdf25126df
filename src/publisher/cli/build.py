"""`publisher build`: the editions asked for; stdout names the made files and nothing else."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from publisher.cli import options as words
from publisher.cli.running import Ended, Printer, need_pango
from publisher.diagnostic import Diagnostic, Said

NAME = "build"
HELP = Said("صنع الكتاب", "make the book")
EDITION = Said("ما يُصنع", "what to make")
JSON = Said("التشخيصات بصيغة JSON على مجرى الأخطاء", "diagnostics as JSON, on stderr")
JOBS = Said("كم فصلًا يُنضَّد معًا؛ 0: بعدد المعالجات", "how many chapters are set at once; 0: as many as processors")
NO_CACHE = Said("لا تقرأ ما حُفظ من صنعٍ سابق ولا تحفظ شيئًا", "neither use nor keep anything between builds")
SCHEDULER = Said(
    "عنوان مجدول Dask تُنضَّد الفصول على عمّاله (tcp://…)",
    "address of a Dask scheduler whose workers set the chapters (tcp://…)",
)


class Edition(StrEnum):
    """What `--edition` knows."""

    PDF = "pdf"
    EPUB = "epub"
    HTML = "html"
    ALL = "all"


EVERY = tuple(str(edition) for edition in Edition if edition is not Edition.ALL)
Made = tuple[Printer, tuple[Path, ...], tuple[Diagnostic, ...]]


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        options: Mapping[str, Any],
        book: Annotated[list[Path] | None, words.books_argument(language)] = None,
        edition: Annotated[list[Edition] | None, words.said_option(EDITION, language)] = None,
        out: Annotated[Path, words.said_option(words.OUT, language)] = Path("build"),
        jobs: Annotated[int, typer.Option("--jobs", min=0, help=JOBS.in_language(language))] = 0,
        no_cache: Annotated[bool, words.said_option(NO_CACHE, language, "--no-cache")] = False,
        scheduler: Annotated[str, words.said_option(SCHEDULER, language, "--scheduler")] = "",
        strict: Annotated[bool, words.said_option(words.STRICT, language, "--strict")] = False,
        json: Annotated[bool, words.said_option(JSON, language, "--json")] = False,
    ) -> None:
        need_pango(language)
        wanted = dict.fromkeys(edition or (Edition.PDF,))
        editions = EVERY if Edition.ALL in wanted else tuple(map(str, wanted))
        books = list(dict.fromkeys(book or [words.default_book()]))
        printers = {one: Printer(one, language, "json" if json else "text", strict) for one in books}
        make = _one if len(books) == 1 else _several
        more = {"is_strict": strict, "jobs": jobs, "keeps_cache": not no_cache, "scheduler": scheduler}
        worst = Ended.DONE
        for printer, paths, diagnostics in make(printers, editions, out, options, more):
            worst = max(worst, printer.print(diagnostics))
            for made in paths:
                typer.echo(str(made))
        if worst is not Ended.DONE:
            raise typer.Exit(worst)

    return words.finished(run, language)


def _one(
    printers: Mapping[Path, Printer], editions: tuple[str, ...], out: Path, options: Any, more: Mapping[str, Any]
) -> Iterator[Made]:
    """Make the one book that was named."""
    from publisher import build as building

    for book, printer in printers.items():
        with printer.stopping():
            built = building.build(book, editions, out, options, printer.tell, **more)
        yield printer, built.paths, built.diagnostics


def _several(
    printers: Mapping[Path, Printer], editions: tuple[str, ...], out: Path, options: Any, more: Mapping[str, Any]
) -> Iterator[Made]:
    """Make several books, each into the folder of its name."""
    from publisher import build as building

    first = next(iter(printers.values()))
    with first.stopping():
        for made in building.build_shelf(list(printers), editions, out, options, first.tell, **more):
            yield printers[made.book], made.paths, made.diagnostics
