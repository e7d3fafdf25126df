"""`publisher proof`: makes the HTML proof and opens it in the browser."""

import webbrowser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from publisher.cli import options as words
from publisher.cli.running import Ended, Printer, need_pango
from publisher.diagnostic import Said

NAME = "proof"
HELP = Said("صنع تجربة التصحيح وفتحها في المتصفّح", "make the HTML proof and open it in the browser")
OPEN = Said("فتحها في المتصفّح", "open it in the browser")


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        options: Mapping[str, Any],
        book: Annotated[Path | None, words.book_argument(language)] = None,
        out: Annotated[Path, words.said_option(words.OUT, language)] = Path("build"),
        is_opened: Annotated[bool, words.said_option(OPEN, language, "--open/--no-open")] = True,
        strict: Annotated[bool, words.said_option(words.STRICT, language, "--strict")] = False,
    ) -> None:
        need_pango(language)
        from publisher import build as building

        path = book or words.default_book()
        printer = Printer(path, language, is_strict=strict)
        with printer.stopping():
            built = building.build(path, ("html",), out, options, printer.tell, is_strict=strict)
        ended = printer.print(built.diagnostics)
        for made in built.paths:
            typer.echo(str(made))
            if is_opened:
                webbrowser.open(made.resolve().as_uri())
        if ended is not Ended.DONE:
            raise typer.Exit(ended)

    return words.finished(run, language)
