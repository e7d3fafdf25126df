"""Several books of one command: each as it would be alone, whatever becomes of the others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.build import Built, build, build_shelf
from publisher.build.shelf import _made_apart
from publisher.diagnostic import Stop

HERE = Path(__file__).parent


def quiet(_: str) -> None:
    """Hear no progress."""


def die(progress: Callable[[str], None]) -> Built:
    """Take the process down in the midst of a book."""
    progress("pdf")
    os._exit(9)


def fail(progress: Callable[[str], None]) -> Built:
    """Meet a fault of the tool."""
    progress("pdf")
    raise ZeroDivisionError("a quirk")


@pytest.mark.parametrize("jobs", [1, 4])
def test_each_book_is_as_it_would_be_alone(tmp_path: Path, jobs: int) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    books = [HERE / "qissa", empty, HERE / "diwan"]
    told: list[str] = []
    made = list(build_shelf(books, ("pdf",), tmp_path / "shelf", {}, told.append, jobs=jobs))
    assert [one.book for one in made] == books
    assert [[d.code for d in one.diagnostics if d.is_error] for one in made] == [[], ["empty-file"], []]
    assert made[1].paths == ()
    for name, one in (("qissa", made[0]), ("diwan", made[2])):
        alone = build(HERE / name, ("pdf",), tmp_path / "alone" / name)
        assert [path.read_bytes() for path in one.paths] == [path.read_bytes() for path in alone.paths]
        assert one.paths[0].parent == tmp_path / "shelf" / name
        assert one.diagnostics == alone.diagnostics
        assert any(line.startswith(f"{name}: ") and "p/s" in line for line in told)


@pytest.mark.parametrize(("make", "reason"), [(die, "exit 9"), (fail, "ZeroDivisionError: a quirk")])
def test_what_befalls_a_book_is_told_with_its_name(make: Callable[..., Built], reason: str) -> None:
    told: list[str] = []
    made = _made_apart(Path("kitab.txt"), make, told.append)
    assert told == ["kitab: pdf"]
    assert made.paths == ()
    assert [(d.code, "kitab.txt" in d.message.en, reason in d.message.en) for d in made.diagnostics] == [
        ("book-failed", True, True)
    ]


def test_two_books_of_one_name_are_refused_before_any_is_made(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kitab.md").write_text("# نص")
    books = [tmp_path / "a/kitab.md", tmp_path / "b/kitab.md"]
    with pytest.raises(Stop, match="one name"):
        next(build_shelf(books, ("pdf",), tmp_path / "out", {}, quiet))
    assert not (tmp_path / "out").exists()
