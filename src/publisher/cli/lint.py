"""`publisher lint`: the findings about a manuscript; nothing is made."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from publisher.cli import options as words
from publisher.cli.running import Ended, Printer
from publisher.diagnostic import Said

NAME = "lint"
HELP = Said("فحص المخطوطة من غير صنع شيء", "check the manuscript and make nothing")
JSON = Said("النتائج بصيغة JSON", "findings as JSON")
FORMAT = Said("صيغة النتائج", "form of the findings")


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        options: Mapping[str, Any],
        book: Annotated[Path | None, words.book_argument(language)] = None,
        form: Annotated[Literal["text", "json", "sarif"], words.said_option(FORMAT, language, "--format")] = "text",
        json: Annotated[bool, words.said_option(JSON, language, "--json")] = False,
        strict: Annotated[bool, words.said_option(words.STRICT, language, "--strict")] = False,
    ) -> None:
        from publisher import build as building

        path = book or words.default_book()
        printer = Printer(path, language, "json" if json else form, strict, goes_to_stdout=True)
        with printer.stopping():
            found = building.check(path, options).diagnostics
        ended = printer.print(found)
        if ended is not Ended.DONE:
            raise typer.Exit(ended)

    return words.finished(run, language)
