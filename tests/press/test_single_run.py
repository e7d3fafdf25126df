"""The joined book is the book that WeasyPrint makes in one run, page for page, in text and in pixels.

Nothing differs, neither in a book of every kind of block, nor in the specimen, nor in a long book: numbers apart, which
the single run is given (`single.py` says why), the press changes how a book is made and not what is on a page.
"""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from benchmarks.make_book import book as made_book
from benchmarks.make_book import write
from tests.press.books import chapter, job_of, note, picture, prose, quiet
from tests.press.single import single_run, unlike

from publisher.build import prepare
from publisher.editions import Materials
from publisher.editions.pdf import print_job as job_of_book
from publisher.press import print_job
from publisher.press.job import Job

pytestmark = pytest.mark.tool("pdftotext", "pdftoppm")
ROOT = Path(__file__).parents[2]
BLANK = "@page :blank { @bottom-center { content: none } }"
"""Blank pages that the press puts in are bare; in one run the sheet has to say so."""
ROWS = "".join(f'<tr><th scope="row">صف {i}</th><td>قيمة {i} من القيم</td></tr>' for i in range(30))
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><title>رسم</title>'
    '<circle cx="20" cy="20" r="15" fill="#a00"/><rect x="30" y="5" width="25" height="20" fill="#0a0" opacity=".5"/></svg>'
)
KINDS = f"""
<figure><img src="asset:a.png" alt="صورة"/><figcaption>شكل ١</figcaption></figure>
<p><img src="asset:b.png" alt="شفافة" style="float:left"/>{prose(4, 60)}</p>
<p>{DRAWING}</p>
<div style="opacity:.4"><p>{prose(2, 12)}</p></div>
<div style="background:linear-gradient(red,blue);height:10mm"></div>
<ul><li>{prose(1, 9)}<ul><li>{prose(3, 5)}</li></ul></li><li>{prose(2, 7)}</li></ul>
<table><thead><tr><th>أ</th><th>ب</th></tr></thead><tbody>{ROWS}</tbody></table>
<p>{prose(6, 30)} <span lang="en" dir="ltr">some <b>English</b> words 2024</span> {prose(2, 30)}{note("٢", prose(3, 9))}</p>
<p><a href="https://example.org/">{prose(3, 4)}</a></p>"""
HEAD = {"chapter": "رأس واحد"}


def book(sheet: str = "") -> Job:
    chapters = [
        chapter(1, 260, count=4),
        chapter(2, 90, extra=KINDS, count=4),
        chapter(3, 400, count=4),
        chapter(4, 30, count=4),
    ]
    assets = {"a.png": picture((200, 0, 0)), "b.png": picture((0, 0, 200), alpha=True)}
    return job_of(*(replace(unit, heads=HEAD) for unit in chapters), assets=assets, sheet=sheet)


def assert_like_one_run(job: Job, folder: Path, pages: int) -> None:
    """Print a job both ways and compare the files page for page."""
    pressed = print_job(job, None, 2, quiet)
    assert pressed.report["pages"] >= pages
    joined, single = folder / "joined.pdf", folder / "single.pdf"
    joined.write_bytes(pressed.pdf)
    single.write_bytes(single_run(job, pressed))
    assert unlike(joined, single) == {"text": (), "picture": ()}


def job_of_folder(folder: Path) -> Job:
    prepared = prepare(folder, {})
    return job_of_book(prepared.book, Materials(prepared.settings, prepared.faces, prepared.assets))


@pytest.mark.parametrize("sheet", ["", "@page { bleed: 3mm; marks: crop cross }"], ids=["plain", "bleed and marks"])
def test_every_kind_of_block_is_as_in_one_run(tmp_path: Path, sheet: str) -> None:
    assert_like_one_run(book(sheet), tmp_path, 13)


@pytest.mark.slow
def test_the_specimen_is_as_in_one_run(tmp_path: Path) -> None:
    assert_like_one_run(job_of_folder(ROOT / "tests/books/specimen"), tmp_path, 40)


@pytest.mark.slow
def test_a_long_book_is_as_in_one_run(tmp_path: Path) -> None:
    write(15, tmp_path)
    assert_like_one_run(job_of_folder(tmp_path / "manuscript"), tmp_path, 200)


@pytest.mark.long
def test_a_long_book_with_notes_and_references_is_as_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    job = import_module("book_job").job_of(made_book(15), has_apparatus=True)
    assert_like_one_run(replace(job, sheet=job.sheet + BLANK), tmp_path, 200)
