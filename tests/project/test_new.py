"""`new` makes a folder that is a book at once; it never touches what is there."""

import tomllib
from pathlib import Path

import pytest

from publisher import config
from publisher.diagnostic import Stop
from publisher.project.template import TEMPLATE, make_folder
from publisher.source import SourceFile


def test_the_folder_has_what_its_settings_name(tmp_path: Path) -> None:
    made = make_folder(tmp_path / "كتاب", 'عنوان "بين قوسين"', ("أ", "ب"))
    text = (tmp_path / "كتاب/book.toml").read_text(encoding="utf-8")
    settings, found = config.load(SourceFile("book.toml", text))
    assert found == ()
    assert settings.title == 'عنوان "بين قوسين"'
    assert settings.authors == ("أ", "ب")
    named = {*settings.front, *settings.chapters, *settings.back}
    assert {path.name for path in made} == named | {"book.toml"}


def test_every_key_of_the_template_is_known_also_those_in_comments() -> None:
    text = (TEMPLATE / "book.toml").read_text(encoding="utf-8")
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    data = "\n".join(lines)
    assert len(tomllib.loads(data)) > len(tomllib.loads(text))
    _, found = config.load(SourceFile("book.toml", data))
    assert found == ()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("نصّي", encoding="utf-8")
    with pytest.raises(Stop) as stop:
        make_folder(tmp_path)
    assert [d.code for d in stop.value.diagnostics] == ["folder-not-empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
