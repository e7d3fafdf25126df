"""The two READMEs say the same, and only what is so."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from scripts.settings_reference import FILES, reference

from publisher.cli.app import COMMANDS
from publisher.config.schema import Settings

ROOT = Path(__file__).parents[2]
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
ARABIC = (ROOT / "README.ar.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(?<!`)`\u200e?([^`\n]+)`(?!`)")
TARGET = re.compile(r"\bmake ([a-z-]+)")


def rows(text: str) -> list[str]:
    """Return the first cell of every row of every table."""
    return [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| `")]


def keys(cell: str) -> list[str]:
    """Return the settings that a first cell names; a table's name stands before the first only."""
    names = CODE.findall(cell)
    table = names[0].rpartition(".")[0]
    return [name if "." in name or not table else f"{table}.{name}" for name in names]


def known_keys() -> set[str]:
    found = set()
    for field in fields(Settings):
        inner = getattr(Settings(), field.name)
        found |= {f"{field.name}.{f.name}" for f in fields(inner)} if is_dataclass(inner) else {field.name}
    return found


def test_both_show_the_same_commands() -> None:
    assert BLOCK.findall(ENGLISH) == BLOCK.findall(ARABIC)


def test_both_have_the_same_headings_tables_and_pictures() -> None:
    assert [line.split()[0] for line in ENGLISH.splitlines() if line.startswith("#")] == [
        line.split()[0] for line in ARABIC.splitlines() if line.startswith("#")
    ]
    assert [CODE.findall(cell) for cell in rows(ENGLISH)] == [CODE.findall(cell) for cell in rows(ARABIC)]
    english, arabic = (re.findall(r"\]\((docs/[^)]*)\)", text) for text in (ENGLISH, ARABIC))
    assert english == [link.replace(".ar.md", ".md") for link in arabic]


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_every_setting_told_is_a_key(text: str) -> None:
    told = [key for cell in rows(text) if not cell.startswith("`publisher") for key in keys(cell)]
    assert len(told) > 30
    assert set(told) <= known_keys()


@pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_every_target_and_command_told_is_there(text: str) -> None:
    targets = set(TARGET.findall("\n".join([*BLOCK.findall(text), *CODE.findall(text)])))
    assert {"pdf", "epub", "test", "bench", "requirements"} <= targets
    for target in targets:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target
    told = {cell.split()[1].strip("`") for cell in rows(text) if cell.startswith("`publisher")}
    assert told == {module.NAME for module in COMMANDS}


@pytest.mark.parametrize("language", FILES)
def test_the_reference_of_settings_is_the_schemas(language: str) -> None:
    assert FILES[language].read_text(encoding="utf-8") == reference(language), "run make reference"
