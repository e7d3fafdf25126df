"""Folders that cannot take the made files: an error that names them, no half file, what was there left alone."""

from pathlib import Path

import pytest
from tests.hostile.end_to_end.running import SECONDS, Ran, build, lay_out
from tests.tools import not_as_root

BOOK = {"book.toml": 'title = "كتاب"\nslug = "kitab"\n', "a.md": "# فصل\n\nكلام.\n"}


def refused(ran: Ran, name: str) -> None:
    """The command ended with 1, named the place in both languages' words, and printed no traceback."""
    assert ran.code == 1, ran.err
    assert ran.seconds < SECONDS
    assert ran.out == ""
    (told,) = [one for one in ran.told if one["severity"] == "error"]
    assert told["code"] == "unwritable"
    assert name in told["message"]
    assert "Traceback" not in ran.err


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    """A file stands where the folder should: it is left as it is."""
    book = lay_out(tmp_path, BOOK)
    (tmp_path / "out").write_text("أصل", encoding="utf-8")
    refused(build(tmp_path, book, ["--json"]), "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "أصل"


def test_a_folder_stands_where_the_file_should(tmp_path: Path) -> None:
    """`kitab.pdf` is a folder: nothing is made, and no unfinished file stays."""
    book = lay_out(tmp_path, BOOK)
    (tmp_path / "out/kitab.pdf").mkdir(parents=True)
    ran = build(tmp_path, book, ["--json"])
    refused(ran, "kitab.pdf")
    assert ran.made == []


def test_the_folder_cannot_be_made(tmp_path: Path) -> None:
    """The system refuses the folder."""
    book = lay_out(tmp_path, BOOK)
    refused(build(tmp_path, book, ["--json"], out="/proc/kitab"), "/proc/kitab")


def test_the_folder_is_read_only(tmp_path: Path) -> None:
    """The user may not write there."""
    not_as_root()
    book = lay_out(tmp_path, BOOK)
    (tmp_path / "out").mkdir(mode=0o500)
    ran = build(tmp_path, book, ["--json"])
    refused(ran, "out")
    assert ran.made == []


@pytest.mark.parametrize("largest", [900, 20_000, 100_000])
def test_the_disk_is_full(largest: int, tmp_path: Path) -> None:
    """No file may grow past a size: the old files stay whole, and no new one stays cut short."""
    book = lay_out(tmp_path, BOOK)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/kitab.pdf").write_bytes(b"%PDF-1.7 old")
    ran = build(tmp_path, book, ["--json"], largest=largest)
    assert ran.code == 1, ran.err
    errors = [one for one in ran.told if one["severity"] == "error"]
    assert {one["code"] for one in errors} <= {"unwritable", "unit-failed"}
    assert all("File too large" in one["message"] for one in errors)
    assert [path.name for path in ran.made] == ["kitab.pdf"]
    assert (tmp_path / "out/kitab.pdf").read_bytes() == b"%PDF-1.7 old"
