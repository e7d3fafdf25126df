"""`publisher doctor`: what is here, what is missing, and how to get it on this system."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from publisher.cli import options as words
from publisher.cli.running import Ended
from publisher.diagnostic import Said
from publisher.project.tools import remedy, system
from publisher.report import print_lines

if TYPE_CHECKING:
    from publisher.project.doctor import Check

NAME = "doctor"
HELP = Said("ما هو موجود وما هو ناقص وكيف يُثبَّت", "tell what is here, what is missing and how to get it")
JSON = Said("بصيغة JSON", "as JSON")
OPTIONAL = Said("اختياري", "optional")


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        as_json: Annotated[bool, words.said_option(JSON, language, "--json")] = False,
        strict: Annotated[bool, words.said_option(words.STRICT, language, "--strict")] = False,
    ) -> None:
        from publisher.project.doctor import examine

        checks = examine()
        if as_json:
            typer.echo(json.dumps([record(check) for check in checks], ensure_ascii=False, indent=1))
        else:
            print_lines(lines(checks, language), sys.stdout, language)
        if any(not check.is_here and (check.tool.is_needed or strict) for check in checks):
            raise typer.Exit(Ended.FOUND)

    return words.finished(run, language)


def record(check: "Check") -> dict[str, object]:
    """Return one check as plain data."""
    return {
        "tool": check.tool.key,
        "here": check.is_here,
        "needed": check.tool.is_needed,
        "found": check.found,
        "remedy": {} if check.is_here else dict(remedy(check.tool, None)),
    }


def lines(checks: "tuple[Check, ...]", language: str) -> Iterator[Text]:
    """Yield the versions, then one line a tool, and the commands that get what is missing."""
    from publisher.project.doctor import versions

    yield Text(", ".join(f"{name} {version}" for name, version in versions()))
    for check in checks:
        mark, colour = ("✓", "green") if check.is_here else ("✗", "red" if check.tool.is_needed else "yellow")
        line = Text(f"{mark} ", style=colour)
        line.append(check.tool.name.in_language(language), style="bold default")
        line.append(f" ({check.found})" if check.found else "", style="default")
        line.append(f": {check.tool.purpose.in_language(language)}", style="dim default")
        if not check.tool.is_needed:
            line.append(f" ({OPTIONAL.in_language(language)})", style="dim default")
        yield line
        if not check.is_here:
            for name, how in remedy(check.tool, system()):
                yield Text(f"    {name}: {how}")
