"""`outline --write` puts the headings into `[outline]` and leaves the rest of the file as it is."""

import tomllib
from pathlib import Path

import pytest

from publisher.project.outlines import OutlineFileMissing, write_outline
from publisher.source import SourceFile

SOURCE = SourceFile("a.txt", 'أولًا:  "المدخل" [1]\nنصّ\n١- فرع\n')
OUTLINE = {
    "title": None,
    "blocks": [
        {"type": "heading", "level": 1, "label": "أولًا", "title": '"المدخل" [1]', "line": 1, "file": "a.txt"},
        {"type": "paragraph", "starts": "نصّ", "line": 2, "file": "a.txt"},
        {"type": "heading", "level": 2, "label": "١", "title": "فرع", "line": 3, "file": "a.txt"},
    ],
}


def written(folder: Path, text: str) -> str:
    (folder / "book.toml").write_text(text, encoding="utf-8")
    file = write_outline(folder, OUTLINE, {"a.txt": SOURCE})
    return file.read_text(encoding="utf-8")


def test_the_table_is_added(tmp_path: Path) -> None:
    text = written(tmp_path, '# تعليق\ntitle = "ك"\n')
    assert text.startswith('# تعليق\ntitle = "ك"\n')
    assert tomllib.loads(text)["outline"] == {'أولًا: "المدخل" [1]': "heading 1", "١- فرع": "heading 2"}


def test_an_older_table_is_replaced_once_and_its_neighbours_stay(tmp_path: Path) -> None:
    before = 'title = "ك"\n\n[outline]\n"[قديم]" = "heading 1"\n# تعليق\n\n[page]\ntrim = "A4"\n'
    text = written(tmp_path, before)
    assert written(tmp_path, text) == text
    data = tomllib.loads(text)
    assert data["page"] == {"trim": "A4"}
    assert list(data["outline"].values()) == ["heading 1", "heading 2"]


def test_a_book_without_a_file_of_settings_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutlineFileMissing):
        write_outline(tmp_path, OUTLINE, {})
