"""What the project itself says in Arabic passes its own lint: printed words, messages, the default book, the guide."""

import ast
import dataclasses
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from publisher import lint, manuscript
from publisher.arabic.letters import has_arabic
from publisher.book import Book, Chapter, Metadata
from publisher.config import Settings
from publisher.config.schema import TABLES
from publisher.diagnostic import Severity
from publisher.nodes import Paragraph, Text
from publisher.readers import bind
from publisher.source import SourceFile

ROOT = Path(__file__).parents[2]
KEPT = replace(
    Settings(),
    typography=replace(Settings().typography, spaces="keep", punctuation="keep", quotes="keep"),
)
"""Nothing is left to the house style: our own texts are printed as they stand."""


def findings(texts: list[str]) -> list[str]:
    source = SourceFile("own", "\n".join(text.replace("\n", " ") for text in texts))
    spans = [source.line_span(number) for number in range(1, len(texts) + 1)]
    blocks = tuple(Paragraph((Text(source.text[s.start : s.end], s),)) for s in spans)
    book = Book(Metadata("ملف"), (Chapter("c01", None, blocks),))
    found = lint.check(book, [source], KEPT)
    return [f"{d.code}: {source.line_text(d.span.line)}" for d in found if d.span and d.severity is not Severity.NOTE]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def said_texts(path: Path) -> Iterator[str]:
    """Yield the Arabic sentences of a module: first text of `Said`, and what `_key` says of a setting."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Said", "_key"):
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                if (
                    isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and has_arabic(argument.value)
                ):
                    yield argument.value


def test_printed_words() -> None:
    files = sorted((ROOT / "src/publisher/words").glob("*.toml"))
    texts = [text for path in files for text in strings(tomllib.loads(path.read_text(encoding="utf-8")))]
    assert len(texts) > 50
    assert findings([text for text in texts if has_arabic(text)]) == []


def test_messages() -> None:
    texts = [text for path in sorted((ROOT / "src").rglob("*.py")) for text in said_texts(path)]
    assert len(texts) > 100
    assert [f for f in findings(texts) if not is_example(f)] == []


def is_example(finding: str) -> bool:
    """Whether a message shows the very sign that it speaks of."""
    return ("﴿ والقوس" in finding) or ("«۔»" in finding) or finding.endswith(" [")


@pytest.mark.parametrize("folder", ["manuscript", "docs/guide"])
def test_our_books(folder: str) -> None:
    found = manuscript.find(ROOT / folder)
    bound = bind(found, {})
    told = lint.check(bound.book, found.sources, bound.settings)
    assert [f"{d.code} {d.span and d.span.line}: {d.message.en}" for d in told] == []


def test_the_guide_names_every_setting() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/guide").glob("*.md")))
    named = set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) | set(re.findall(r"\[(\w+)\]", text))
    settings = Settings()
    keys = {field.name for field in dataclasses.fields(settings)}
    for table in TABLES:
        keys |= {field.name for field in dataclasses.fields(getattr(settings, table))}
    assert keys - named == set()
