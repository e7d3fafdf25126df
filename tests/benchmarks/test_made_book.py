"""The book of the bench is always the same, and the same in every form."""

import hashlib
import subprocess
import sys
from pathlib import Path

from benchmarks.make_book import book, write
from tests.tools import shared


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_text_is_always_the_same(tmp_path: Path) -> None:
    write(2, tmp_path)
    digest = hashlib.sha256((tmp_path / "manuscript/002.md").read_bytes()).hexdigest()
    assert digest == "f829c0125de8d51163b12375b6887d80449e2f3d939bff9d56e8cd427952e27c"


def test_more_chapters_leave_the_first_as_they_are() -> None:
    assert book(3)[:2] == book(2)


def test_it_is_the_book_of_the_original_script(tmp_path: Path) -> None:
    write(2, tmp_path / "ours")
    subprocess.run([sys.executable, str(shared("bench/make_book.py")), "2", str(tmp_path / "theirs")], check=True)
    assert files(tmp_path / "ours") == files(tmp_path / "theirs")
