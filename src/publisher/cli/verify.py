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
BOOK = Said("المخطوطة التي صُنع منها الملف، ليُقارَن بها نصّه", "the manuscript it was made from, to compare its text with")
REQUIRE = Said(
    "فاحصون لا بدّ منهم، بينهم فواصل: epubcheck، ace، outloud، pdfua",
    "checkers that must run, with commas: epubcheck, ace, outloud, pdfua",
)
TOOLS = Said("اسأل الفاحصين الآخرين إن وُجدوا", "ask other checkers where they are installed")


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        file: Annotated[
            Path, typer.Argument(exists=True, dir_okay=False, metavar="FILE", help=FILE.in_language(language))
        ],
        form: Annotated[Literal["text", "json", "sarif"], words.said_option(FORMAT, language, "--format")] = "text",
        strict: Annotated[bool, words.said_option(words.STRICT, language, "--strict")] = False,
        book: Annotated[
            Path | None, typer.Option("--book", exists=True, metavar="BOOK", help=BOOK.in_language(language))
        ] = None,
        require: Annotated[str, words.said_option(REQUIRE, language, "--require")] = "",
        tools: Annotated[bool, words.said_option(TOOLS, language, "--tools/--no-tools")] = True,
    ) -> None:
        from publisher.build import prepare
        from publisher.verify import verify

        required = frozenset(name.strip().lower() for name in require.split(",") if name.strip())

        printer = Printer(file, language, form, strict, goes_to_stdout=True)
        with printer.stopping():
            source = None if book is None else prepare(book, {}).book
            ended = printer.print(verify(file, source, require=required, tools=tools))
        if ended is not Ended.DONE:
            raise typer.Exit(ended)

    return words.finished(run, language)
