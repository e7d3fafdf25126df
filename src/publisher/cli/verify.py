"""`publisher verify`: a made PDF or EPUB, ours or another tool's, read back and judged."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from publisher.cli import options as words
from publisher.cli.running import Ended, Printer
from publisher.diagnostic import Said

NAME = "verify"
HELP = Said("فحص ملف PDF أو EPUB مصنوع", "read a made PDF or EPUB back and judge it")
FILE = Said("الملف", "the file")
FORMAT = Said("صيغة النتائج", "form of the findings")


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        file: Annotated[
            Path, typer.Argument(exists=True, dir_okay=False, metavar="FILE", help=FILE.in_language(language))
        ],
        form: Annotated[Literal["text", "json", "sarif"], words.said_option(FORMAT, language, "--format")] = "text",
        strict: Annotated[bool, words.said_option(words.STRICT, language, "--strict")] = False,
    ) -> None:
        from publisher.verify import verify

        printer = Printer(file, language, form, strict, goes_to_stdout=True)
        with printer.stopping():
            ended = printer.print(verify(file))
        if ended is not Ended.DONE:
            raise typer.Exit(ended)

    return words.finished(run, language)
