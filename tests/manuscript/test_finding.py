"""Which files are the book's, in which order, and that nothing outside its folder is read."""

from pathlib import Path

import pytest

from publisher.diagnostic import Diagnostic, Stop
from publisher.manuscript import find
from publisher.manuscript.order import natural_key


def _folder(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", ".")
        path.write_text(text, encoding="utf-8")
    return root


def _stopped(path: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(Stop) as stopped:
        find(path)
    return stopped.value.diagnostics


def test_names_sort_as_people_count() -> None:
    names = ["10-z.md", "2-a.md", "١-أ.md", "٣.md", "b.md", "A.md"]
    assert sorted(names, key=natural_key) == ["١-أ.md", "2-a.md", "٣.md", "10-z.md", "A.md", "b.md"]


def test_a_folder_without_settings_takes_every_manuscript_file(tmp_path: Path) -> None:
    _folder(
        tmp_path,
        **{"10__md": "# ي", "2__md": "# ب", "1__txt": "أ", "README__md": "x", "notes__pdf": "x", "__hidden__md": "x"},
    )
    manuscript = find(tmp_path)
    assert [s.name for s in manuscript.chapters] == ["1.txt", "2.md", "10.md"]
    assert not manuscript.is_lone


def test_lists_say_order_and_place(tmp_path: Path) -> None:
    toml = 'title = "ك"\nfront = ["t.md"]\nchapters = ["b.md", "a.md"]\nback = ["m.md"]\n'
    _folder(tmp_path, book__toml=toml, t__md="ت", a__md="أ", b__md="ب", m__md="م", z__md="ز")
    manuscript = find(tmp_path)
    assert [s.name for s in manuscript.sources] == ["book.toml", "t.md", "b.md", "a.md", "m.md"]


def test_files_of_front_and_back_are_no_chapters(tmp_path: Path) -> None:
    _folder(tmp_path, book__toml='title = "ك"\nfront = ["a.md"]\n', a__md="أ", b__md="ب")
    assert [s.name for s in find(tmp_path).chapters] == ["b.md"]


def test_a_missing_file_is_told_in_its_line(tmp_path: Path) -> None:
    _folder(tmp_path, book__toml='title = "ك"\nchapters = [\n  "a.md",\n  "B.MD",\n]\n', a__md="أ", b__md="ب")
    (found,) = _stopped(tmp_path)
    assert found.code == "missing-file"
    assert found.span is not None
    assert (found.span.file, found.span.line) == ("book.toml", 4)
    assert "b.md?" in found.hint.en


@pytest.mark.parametrize("name", ["../out.md", "/etc/hostname", "link.md"])
def test_a_file_outside_the_folder_is_not_read(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "book"
    inside.mkdir()
    _folder(tmp_path, out__md="سرّ")
    (inside / "link.md").symlink_to(tmp_path / "out.md")
    _folder(inside, book__toml=f'title = "ك"\nchapters = ["{name}"]\n')
    (found,) = _stopped(inside)
    assert found.code == "file-outside-book"
    assert found.span is not None
    assert found.span.line == 2


def test_every_fault_of_a_book_is_told_at_once(tmp_path: Path) -> None:
    _folder(tmp_path, book__toml='titel = "ك"\nchapters = ["a.md", "x.md", "a.md"]\n', a__md="")
    codes = sorted(d.code for d in _stopped(tmp_path))
    assert codes == ["empty-file", "file-listed-twice", "missing-file", "unknown-key"]


@pytest.mark.parametrize(("name", "code"), [("nothing", "missing-book"), ("empty", "no-manuscript")])
def test_a_place_without_a_book_says_so(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    assert [d.code for d in _stopped(tmp_path / name)] == [code]


def test_one_file_is_a_lone_manuscript(tmp_path: Path) -> None:
    _folder(tmp_path, maqal__txt="مقال")
    manuscript = find(tmp_path / "maqal.txt")
    assert manuscript.is_lone
    assert (manuscript.name, [s.name for s in manuscript.chapters]) == ("maqal", ["maqal.txt"])
