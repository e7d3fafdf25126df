"""The shelf reads the manuscript's files again, to show their lines; a file that is no text has none."""

import codecs
from pathlib import Path

from publisher.report import Shelf


def test_files_are_read_as_the_manuscript_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سطر\r\nآخر".encode("cp1256"))
    (tmp_path / "b.txt").write_bytes(codecs.BOM_UTF16_LE + "نصّ".encode("utf-16-le"))
    shelf = Shelf(tmp_path / "a.txt")
    assert shelf["a.txt"].text == "سطر\nآخر"
    assert shelf["b.txt"].text == "نصّ"
    assert set(shelf) == {"a.txt", "b.txt"}


def test_what_is_missing_or_no_text_is_not_on_it(tmp_path: Path) -> None:
    (tmp_path / "made.epub").write_bytes(b"PK\x03\x04\0\0")
    (tmp_path / "broken.txt").write_bytes("نصّ ".encode() + b"\xff")
    shelf = Shelf(tmp_path)
    assert "made.epub" not in shelf
    assert "nowhere.txt" not in shelf
    assert shelf["broken.txt"].text == "نصّ \ufffd"
