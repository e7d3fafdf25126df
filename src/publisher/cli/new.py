"""`publisher new`: a book folder from the template."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from publisher.cli import options as words
from publisher.cli.running import Printer
from publisher.diagnostic import Said
from publisher.project.template import make_folder

NAME = "new"
HELP = Said("مجلّد كتاب جديد من القالب", "make a book folder from the template")
FOLDER = Said("المجلّد الجديد", "the new folder")
TITLE = Said("عنوان الكتاب", "title of the book")
AUTHOR = Said("المؤلف", "author")


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=FOLDER.in_language(language))],
        title: Annotated[str, words.said_option(TITLE, language)] = "",
        author: Annotated[list[str] | None, words.said_option(AUTHOR, language)] = None,
    ) -> None:
        with Printer(folder, language).stopping():
            made = make_folder(folder, title, tuple(author or ()))
        typer.echo("\n".join(map(str, made)))

    return words.finished(run, language)
