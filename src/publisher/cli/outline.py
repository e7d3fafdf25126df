"""`publisher outline`: what the reader understood of a manuscript, for people and for scripts."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from publisher.cli import options as words
from publisher.cli.running import Ended, Printer
from publisher.diagnostic import Said

NAME = "outline"
HELP = Said("ما فهمه القارئ من المخطوطة", "show what the reader understood of a manuscript")
JSON = Said("بصيغة JSON", "as JSON")
WHY = Said("مع سبب كل قرار", "with the reason of each decision")
WRITE = Said(
    "اكتب المخطوطة بعلامات ماركداون كما فُهمت في هذا الملف",
    "write the manuscript with clean Markdown marks, as it was understood, to this file",
)


def command(language: str) -> Callable[..., None]:
    """Return the command, its help in a language."""

    def run(
        options: Mapping[str, Any],
        book: Annotated[Path | None, words.book_argument(language)] = None,
        as_json: Annotated[bool, words.said_option(JSON, language, "--json")] = False,
        why: Annotated[bool, words.said_option(WHY, language, "--why")] = False,
        write: Annotated[Path | None, words.said_option(WRITE, language, "--write")] = None,
    ) -> None:
        from publisher import build as building

        path = book or words.default_book()
        printer = Printer(path, language)
        with printer.stopping():
            outline, found = building.outline(path, options, why=why)
        if as_json:
            typer.echo(json.dumps(outline, ensure_ascii=False, indent=1))
        else:
            typer.echo("\n".join(lines(outline)))
        if write:
            with printer.stopping():
                building.write_marked(path, write, options)
            typer.echo(str(write), err=True)
        ended = printer.print(found)
        if ended is not Ended.DONE:
            raise typer.Exit(ended)

    return words.finished(run, language)


def lines(outline: Mapping[str, Any]) -> Iterator[str]:
    """Yield the outline as indented lines: headings stand out, other blocks in brackets."""
    if outline.get("title"):
        yield str(outline["title"])
    for block in outline["blocks"]:
        kind = block["type"]
        facts = ", ".join(f"{key} {value}" for key, value in block.items() if key not in _TOLD_APART)
        reason = _reason(block["why"]) if "why" in block else ""
        if kind == "heading":
            title = " ".join(part for part in (block["label"], block["title"]) if part)
            yield f"{'  ' * block['level']}{'#' * block['level']} {title}{reason}"
        else:
            yield f"{'  ' * 7}[{kind}{': ' if facts else ''}{facts}] {block.get('starts', '')}".rstrip() + reason


def _reason(why: Mapping[str, Any]) -> str:
    seen = "، ".join(f"{reason['seen']} {reason['weight']:+g}" for reason in why["reasons"])
    return f"  ({why['confidence']:.0%}; {seen})"


_TOLD_APART = frozenset({"type", "line", "starts", "why", "file"})
