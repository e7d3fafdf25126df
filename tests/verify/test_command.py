"""`publisher verify` as it is called: exit codes, required checkers, the book to compare with, JSON."""

import json
from pathlib import Path

import pytest
from tests.verify.good.garden import garden
from tests.verify.good.parts import pack
from tests.verify.good.printed import by_typst
from tests.verify.planting import Copy

from publisher.cli import main


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(("verify", *words))
    assert isinstance(end.value.code, int)
    return end.value.code


def test_a_good_book_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "garden.epub"
    path.write_bytes(pack(garden()))
    assert run(str(path), "--no-tools") == 0
    assert capsys.readouterr().out == ""


def test_an_error_ends_with_1_and_is_told_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = Copy(garden())
    with copy.opf() as root:
        root.attrib.pop("dir")
    path = tmp_path / "garden.epub"
    path.write_bytes(copy.pack())
    assert run(str(path), "--no-tools", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(d["code"], d["file"]) for d in told] == [("EPUB-B2", "garden.epub!EPUB/content.opf")]


def test_a_warning_ends_with_0_unless_strict(tmp_path: Path) -> None:
    copy = Copy(garden())
    copy.add_css("p { text-align: left }\n")
    path = tmp_path / "garden.epub"
    path.write_bytes(copy.pack())
    assert run(str(path), "--no-tools") == 0
    assert run(str(path), "--no-tools", "--strict") == 1


def test_a_required_checker_that_is_absent_ends_with_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "garden.epub"
    path.write_bytes(pack(garden()))
    assert run(str(path), "--no-tools", "--require", "epubcheck") == 1


def test_a_pdf_is_compared_with_its_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, manuscript = tmp_path / "book.pdf", tmp_path / "other.md"
    path.write_bytes(by_typst())
    manuscript.write_text("# الجبل\n\nصعد الراعي الجبل ومعه عصاه وقربة من الماء البارد.\n", encoding="utf-8")
    assert run(str(path), "--no-tools") == 0
    assert run(str(path), "--no-tools", "--book", str(manuscript)) == 1
    assert "PDF-TEXT" in capsys.readouterr().out


def test_sarif_names_the_file_in_the_book_and_tells_both_levels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Copy(garden())
    copy.add_css("p { text-align: left; direction: rtl }\n")
    path = tmp_path / "garden.epub"
    path.write_bytes(copy.pack())
    assert run(str(path), "--no-tools", "--format", "sarif") == 1
    (made,) = json.loads(capsys.readouterr().out)["runs"]
    places = {
        (one["ruleId"], one["level"], one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for one in made["results"]
    }
    assert places == {
        ("EPUB-G11", "warning", "garden.epub%21EPUB/styles/stylesheet1.css"),
        ("EPUB-G1", "error", "garden.epub%21EPUB/styles/stylesheet1.css"),
    }


def test_what_is_not_there_ends_with_2(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.epub")) == 2
    assert run(str(tmp_path)) == 2


def test_what_no_checker_knows_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "garden.epub"
    path.write_bytes(pack(garden()))
    assert run(str(path), "--no-tools", "--require", "epubchek") == 1
