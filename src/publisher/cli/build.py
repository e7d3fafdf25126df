"""`publisher build`: the editions asked for; stdout names the made files and nothing else."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from publisher.cli import options as words
from publisher.cli.running import Ended, Printer, need_pango
from publisher.diagnostic import Said

NAME = "build"
HELP = Said("صنع الكتاب", "make the book")
EDITION = Said("ما يُصنع", "what to make")
JSON = Said("التشخيصات بصيغة JSON على مجرى الأخطاء", "diagnostics as JSON, on stderr")


class Edition(StrEnum):
    """What `--edition` knows."""

    PDF = "pdf"
    EPUB = "epub"
    HTML = "html"
    ALL = "all"


EVERY = tuple(str(edition) for edition in Edition if edition is not Edition.ALL)


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        options: Mapping[str, Any],
        book: Annotated[Path | None, words.book_argument(language)] = None,
        edition: Annotated[list[Edition] | None, words.said_option(EDITION, language)] = None,
        out: Annotated[Path, words.said_option(words.OUT, language)] = Path("build"),
        strict: Annotated[bool, words.said_option(words.STRICT, language, "--strict")] = False,
        json: Annotated[bool, words.said_option(JSON, language, "--json")] = False,
    ) -> None:
        need_pango(language)
        from publisher import build as building

        path = book or words.default_book()
        wanted = dict.fromkeys(edition or (Edition.PDF,))
        printer = Printer(path, language, "json" if json else "text", strict)
        with printer.stopping():
            built = building.build(
                path,
                EVERY if Edition.ALL in wanted else tuple(map(str, wanted)),
                out,
                options,
                printer.tell,
                is_strict=strict,
            )
        ended = printer.print(built.diagnostics)
        for made in built.paths:
            typer.echo(str(made))
        if ended is not Ended.DONE:
            raise typer.Exit(ended)

    return words.finished(run, language)
