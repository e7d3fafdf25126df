"""`publisher outline`: what the reader understood of a manuscript, for people and for scripts."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from publisher.cli import options as words
from publisher.cli.evidence import kind_in, seen_in
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
            typer.echo("\n".join(lines(outline, language)))
        if write:
            with printer.stopping():
                building.write_marked(path, write, options)
            typer.echo(str(write), err=True)
        ended = printer.print(found)
        if ended is not Ended.DONE:
            raise typer.Exit(ended)

    return words.finished(run, language)


def lines(outline: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the outline as indented lines: headings by their level, other blocks in brackets under their heading."""
    if outline.get("title"):
        yield str(outline["title"])
    level = 0
    for block in outline["blocks"]:
        reason = _reason(block["why"], language) if "why" in block else ""
        if block["type"] == "heading":
            level = block["level"]
            title = " ".join(part for part in (block["label"], block["title"]) if part)
            yield f"{'  ' * (level - 1)}{'#' * level} {title}{reason}"
        else:
            yield f"{'  ' * level}[{_kind(block, language)}] {block.get('starts', '')}".rstrip() + reason


def _kind(block: Mapping[str, Any], language: str) -> str:
    """Return what a block is, and how large."""
    said = NUMBERED if block.get("ordered") else KINDS[block["type"]]
    facts = (FACTS[key].in_language(language).format(n=block[key]) for key in FACTS if block.get(key, 0) > _UNSAID[key])
    return said.in_language(language) + "".join(facts)


def _reason(why: Mapping[str, Any], language: str) -> str:
    comma, otherwise = ("، ", "وإلّا فهو") if language == "ar" else (", ", "else")
    seen = comma.join(f"{seen_in(language, reason['seen'])} {reason['weight']:+g}" for reason in why["reasons"])
    runner_up = f"{comma}{otherwise} {kind_in(language, why['else'])}" if why["confidence"] < _CERTAIN else ""
    return f"  ({why['confidence']:.0%}{runner_up}: {seen})"


_CERTAIN: Final = 0.995
"""A reading that is told without its runner-up."""
NUMBERED: Final = Said("قائمة مرقّمة", "numbered list")
KINDS: Final = {
    "paragraph": Said("فقرة", "paragraph"),
    "list": Said("قائمة", "list"),
    "verse": Said("شعر", "verse"),
    "table": Said("جدول", "table"),
    "quote": Said("اقتباس", "quote"),
    "code": Said("شيفرة", "code"),
    "figure": Said("شكل", "figure"),
    "separator": Said("فاصل", "separator"),
    "notes": Said("حواشٍ", "notes"),
}
FACTS: Final = {
    "items": Said(": {n}", ": {n}"),
    "depth": Said("، طبقاتها {n}", ", {n} levels"),
    "lines": Said(": {n}", ": {n}"),
    "rows": Said(": {n}", ": {n}"),
    "columns": Said(" × {n}", " × {n}"),
}
_UNSAID: Final = {"items": 0, "depth": 1, "lines": 0, "rows": 0, "columns": 0}
"""Sizes that go without saying."""
