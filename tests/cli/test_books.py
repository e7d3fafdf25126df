"""Whole runs of the program: the template is a clean book, the wheel carries all that a book needs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from publisher.project.template import make_folder

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys; from publisher.cli import main; main(sys.argv[1:])"


def run(folder: Path, *words: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, as a process of its own."""
    environ = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "LC_ALL", "LANG"}}
    environ["PYTHONPATH"] = str(path or ROOT / "src")
    command = [sys.executable, "-c", PROGRAM, *words]
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel unpacked: nothing of the source tree beside it."""
    folder = tmp_path_factory.mktemp("wheel")
    wheel = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*wheel, "-w", str(folder), str(ROOT)], check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.slow
def test_the_template_is_a_book_without_warnings(tmp_path: Path) -> None:
    make_folder(tmp_path / "book", "كتابي")
    done = run(tmp_path, "build", "book", "--edition", "html", "--strict")
    assert done.returncode == 0, done.stderr
    assert [Path(line).suffix for line in done.stdout.splitlines()] == [".html"]


@pytest.mark.slow
def test_the_wheel_alone_makes_a_book_of_a_text_file_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text(
        "عنوان المقالة\n\nأولًا: المدخل\nهذه فقرة.\n\nثانيًا: المتن\nوهذه أخرى.\n", "utf-8"
    )
    done = run(tmp_path, "build", "file.txt", "--edition", "all", path=installed)
    assert done.returncode == 0, done.stderr
    made = [tmp_path / line for line in done.stdout.splitlines()]
    assert [path.suffix for path in made] == [".pdf", ".epub", ".html"]
    assert all(path.stat().st_size > 1000 for path in made)
    where = run(tmp_path, "--version", path=installed)
    assert where.stdout.startswith("publisher ")


@pytest.mark.slow
def test_the_wheel_alone_makes_a_folder_and_finds_its_faces(installed: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "new", "كتاب", path=installed)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "كتاب/book.toml").is_file()
    assert "✓ the faces" in run(tmp_path, "doctor", path=installed).stdout
