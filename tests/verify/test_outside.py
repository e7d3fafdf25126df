"""Other people's checkers: their words become diagnostics; one that could not run is told, and an error if required."""

import io
import json
import shlex
import stat
from pathlib import Path

import pikepdf
import pytest
from tests.shelf import ace
from tests.tools import library
from tests.verify.good.garden import garden
from tests.verify.good.parts import pack
from tests.verify.good.printed import by_typst
from tests.verify.pdf_plants import untagged
from tests.verify.planting import Copy

from publisher.diagnostic import Severity
from publisher.verify import verify

ACE_REPORT = {
    "assertions": [
        {
            "earl:testSubject": {"url": "text/ch001.xhtml"},
            "assertions": [
                {
                    "earl:test": {"dct:title": "html-has-lang", "earl:impact": "serious", "help": {"url": "https://x"}},
                    "earl:result": {"earl:outcome": "fail", "dct:description": "no  lang"},
                },
                {"earl:test": {"dct:title": "fine"}, "earl:result": {"earl:outcome": "pass"}},
            ],
        }
    ]
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "garden.epub"
    path.write_bytes(pack(garden()))
    return path


@pytest.fixture
def no_tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.delenv("PUBLISHER_ACE", raising=False)


@pytest.mark.usefixtures("no_tools")
def test_a_check_that_could_not_run_is_a_warning_and_an_error_when_required(book: Path) -> None:
    told = {d.code: d.severity for d in verify(book)}
    assert told == {"VERIFY-EPUBCHECK": Severity.WARNING, "VERIFY-ACE": Severity.WARNING}
    told = {d.code: d.severity for d in verify(book, require=frozenset({"ace"}))}
    assert told == {"VERIFY-EPUBCHECK": Severity.WARNING, "VERIFY-ACE": Severity.ERROR}
    assert verify(book, tools=False) == ()


def test_an_unknown_checker_is_told(book: Path) -> None:
    found = verify(book, require=frozenset({"outloud"}), tools=False)
    assert [(d.code, d.severity) for d in found] == [("VERIFY-REQUIRE", Severity.ERROR)]


def test_what_ace_says_stands_in_its_place(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "ace"
    report = json.dumps(ACE_REPORT)
    script.write_text(f"#!/bin/sh\ncat > \"$4/report.json\" <<'END'\n{report}\nEND\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PUBLISHER_ACE", str(script))
    found = verify(book, require=frozenset({"ace"}), tools=False)
    assert [(d.code, d.severity, d.message.en) for d in found] == [
        ("ACE-html-has-lang", Severity.ERROR, "Ace says: no lang")
    ]
    assert found[0].span is not None
    assert found[0].span.file == "garden.epub!EPUB/text/ch001.xhtml"


@pytest.mark.tool("java")
def test_what_epubcheck_says_stands_in_its_place(tmp_path: Path) -> None:
    copy = Copy(garden())
    copy.add_text('<p><b href="x">نصّ</b></p>')
    path = tmp_path / "faulty.epub"
    path.write_bytes(copy.pack())
    found = verify(path, require=frozenset({"epubcheck"}), tools=False)
    assert {d.code for d in found} == {"EPUBCHECK-RSC-005"}
    assert found[0].is_error
    assert found[0].span is not None
    assert found[0].span.file == "faulty.epub!EPUB/text/ch001.xhtml"
    assert found[0].span.line > 1


@pytest.mark.slow
def test_ace_finds_what_is_wrong_and_nothing_in_a_good_book(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, environment = ace(tmp_path)
    monkeypatch.setenv("PUBLISHER_ACE", shlex.join(command))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert [d.message.en for d in verify(book, require=frozenset({"ace"}), tools=False)] == []
    copy = Copy(garden())
    copy.add_text('<p><img src="../images/gone.png"/></p>')
    book.write_bytes(copy.pack())
    found = verify(book, require=frozenset({"ace"}), tools=False)
    assert "ACE-image-alt" in {d.code for d in found if d.is_error}


@pytest.mark.parametrize("name", ["outloud", "pdfua"])
def test_readers_of_pdf_are_asked_where_they_are(name: str, tmp_path: Path) -> None:
    """They warn of what they find, such as a book without tags, and never stop it."""
    library(name)
    path = tmp_path / "book.pdf"
    with pikepdf.open(io.BytesIO(by_typst())) as pdf:
        untagged(pdf)
        pdf.save(path)
    found = verify(path, require=frozenset({name}), tools=False)
    theirs = [d for d in found if d.code.startswith(f"{name.upper()}-")]
    assert theirs
    assert not any(d.is_error for d in theirs)


def test_what_is_neither_is_told(tmp_path: Path) -> None:
    path = tmp_path / "book.mobi"
    path.write_bytes(b"BOOKMOBI")
    assert [d.code for d in verify(path)] == ["VERIFY-KIND"]
