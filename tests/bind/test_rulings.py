"""Lines ruled in `book.toml`: a line that stands in no text is told, with its place in the file of settings."""

from pathlib import Path

from publisher.manuscript import find
from publisher.readers import bind


def test_a_ruled_line_that_stands_nowhere_is_told(tmp_path: Path) -> None:
    toml = 'title = "ك"\n[outline]\n"سطر يحكم فيه المؤلف" = "heading"\n"سطر ليس هنا" = "paragraph"\n'
    (tmp_path / "book.toml").write_text(toml, encoding="utf-8")
    (tmp_path / "1.txt").write_text(
        "نص أول ينتهي بنقطة.\n\nسطر يحكم فيه المؤلف\n\nنص ثان ينتهي بنقطة.", encoding="utf-8"
    )
    found = [d for d in bind(find(tmp_path)).diagnostics if d.code == "outline-line-not-found"]
    assert [(d.span.file, d.span.line) for d in found if d.span] == [("book.toml", 4)]
