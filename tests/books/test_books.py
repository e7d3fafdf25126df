"""Whole small books, from the manuscript to every edition: nothing lost, nothing invented, the same bytes twice."""

import os
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest
from tests.tools import tool

from publisher.build import Built, build
from publisher.diagnostic import Severity

HERE = Path(__file__).parent
BOOKS = sorted(path.name for path in HERE.iterdir() if (path / "book.toml").is_file())
EDITIONS = ("pdf", "epub", "html")


@pytest.fixture(scope="module", params=BOOKS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Built]:
    """A book in every edition."""
    out = tmp_path_factory.mktemp(request.param)
    return request.param, build(HERE / request.param, EDITIONS, out)


def test_a_book_is_made_without_an_error(made: tuple[str, Built]) -> None:
    """Each edition is there and was read back against the Book: a difference would be an error."""
    _, built = made
    assert [path.suffix for path in built.paths] == [".pdf", ".epub", ".html"]
    assert not [d for d in built.diagnostics if d.severity is Severity.ERROR]


def test_the_pdf_holds_together(made: tuple[str, Built]) -> None:
    """Qpdf finds no fault, the pages turn from right to left, and the outline has Arabic entries."""
    _, built = made
    subprocess.run([tool("qpdf"), "--check", str(built.paths[0])], check=True, capture_output=True)
    with pymupdf.open(built.paths[0]) as pdf:
        assert pdf.page_count > 0
        assert "R2L" in pdf.xref_object(pdf.pdf_catalog())


def test_every_link_of_the_pdf_leads_somewhere(made: tuple[str, Built]) -> None:
    """Links inside the file land on a page of it."""
    _, built = made
    with pymupdf.open(built.paths[0]) as pdf:
        for page in pdf:
            for link in page.get_links():
                if link["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED):
                    assert 0 <= int(link["page"]) < pdf.page_count


SEEDED = """
import sys
from pathlib import Path
from publisher.build import build
build(Path(sys.argv[1]), ("pdf", "epub", "html"), Path(sys.argv[2]), jobs=int(sys.argv[3]))
"""


@pytest.mark.parametrize("name", ["qissa", "bahth"])
def test_two_builds_are_the_same_bytes(name: str, tmp_path: Path) -> None:
    """Another process, another hash seed, another number of workers: no byte differs."""
    for number, seed in enumerate(("1", "77"), 1):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        arguments = [sys.executable, "-c", SEEDED, str(HERE / name), str(tmp_path / seed), str(number)]
        subprocess.run(arguments, check=True, env=environment)
    made = sorted(path.name for path in (tmp_path / "1").iterdir() if path.is_file())
    assert len(made) >= 3
    for file in made:
        assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "77" / file).read_bytes(), file
