"""The command `publisher`: one file a command, put together here in the language of the user."""

import os
import sys
from collections.abc import Sequence

import typer
from rich.text import Text

from publisher import __version__
from publisher.cli import build, doctor, lint, new, outline, proof, verify
from publisher.cli.arabic import ArabicCommand, ArabicGroup, UsageFault, fault_of
from publisher.cli.running import guarded
from publisher.diagnostic import Said
from publisher.report import print_lines, reading_language

COMMANDS = (build, outline, lint, proof, verify, new, doctor)
HELP = Said(
    "من المخطوطة إلى الكتاب: PDF وEPUB وتجربة تصحيح HTML، والعربية أولًا.",
    "From a manuscript to a book: PDF, EPUB and an HTML proof, Arabic first.",
)
VERSION = Said("رقم الإصدار", "show the version")


def make_app(language: str) -> typer.Typer:
    """Return the command with its help in `ar` or `en`."""
    app = typer.Typer(
        name="publisher",
        cls=ArabicGroup if language == "ar" else None,
        help=HELP.in_language(language),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def _top(
        version: bool = typer.Option(
            False, "--version", help=VERSION.in_language(language), is_eager=True, callback=_say_version
        ),
    ) -> None:
        del version

    for module in COMMANDS:
        kind = ArabicCommand if language == "ar" else None
        app.command(module.NAME, cls=kind, help=module.HELP.in_language(language))(module.command(language))
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = reading_language(_asked_language(words), os.environ)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(guarded(lambda: _run(words, language), language, is_debugging="--debug" in words))


def _run(words: Sequence[str], language: str) -> None:
    """Run one command; a fault of usage is told in the language of the user."""
    app = make_app(language)
    if language != "ar":
        app(words, standalone_mode=True)
    try:
        code = app(words, standalone_mode=False)
    except UsageFault as fault:
        print_lines([Text(line) for line in fault_of(fault).splitlines()], sys.stderr, language)
        raise SystemExit(fault.exit_code) from None
    raise SystemExit(code or 0)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"publisher {__version__}")
        raise typer.Exit


def _asked_language(words: Sequence[str]) -> str | None:
    """Return the language of `--lang`, needed before the arguments are parsed: the help is in it."""
    for at, word in enumerate(words):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and at + 1 < len(words):
            return words[at + 1]
    return None
