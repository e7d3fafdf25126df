"""Running text as a book sets it, A5 and kashida `medium`: even lines, none lost to search, in one text of ours and one not."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from benchmarks.composed import job_of_manuscript, pages_of_manuscript, plain_text
from tests.composer.recovery import EXTRACTORS, recovered
from tests.tools import shared

from publisher.composer.quality import Quality, quality_of
from publisher.composer.state import Report
from publisher.press.shop import Shop

ROOT = Path(__file__).parents[2]
LONG = "يعود القارئ إلى الكتاب الذي أحبه في صباه فيجده قد تغير، وما تغير منه حرف واحد، وإنما تغيرت العين التي تقرأ. "


@pytest.fixture(params=["specimen", "seed"])
def path(request: pytest.FixtureRequest) -> Path:
    """A manuscript of the project's own, and one that may stand beside it."""
    return ROOT / "manuscript" if request.param == "specimen" else shared("manuscripts/seed.txt")


class Laid:
    """A manuscript laid out: its lines, the report, the text of its source and its PDFs."""

    def __init__(self, path: Path, folder: Path, kashida: str = "medium") -> None:
        job = job_of_manuscript(path, "A5", kashida)
        shop = Shop(job)
        self.quality = Quality()
        self.loose: dict[str, float] = {}
        self.left: Counter[str] = Counter()
        self.pdfs: list[Path] = []
        pages = pages_of_manuscript(job)
        self.text = " ".join(map(plain_text, pages))
        for n, html in enumerate(pages):
            document = shop.lay_out(html)
            self._take(document, shop.typesetting.report)
            self.pdfs.append(folder / f"{n}.pdf")
            document.write_pdf(self.pdfs[-1])

    def _take(self, document: Any, report: Report) -> None:
        self.quality.lines += quality_of(document).lines
        self.loose |= report.loose
        self.left.update(report.lines_fallen_back)


@pytest.mark.requirement("JUS-01", "JUS-02")
def test_word_spaces_are_even(path: Path, tmp_path: Path) -> None:
    laid = Laid(path, tmp_path)
    figures = laid.quality.figures()
    unforced = [line for line in laid.quality.loose(0.6) if line.text not in laid.loose]
    assert figures["lines"] >= 20
    assert unforced == []
    assert figures["max"] <= 0.6
    assert figures["p95"] <= 0.40
    assert figures["rivers"] == 0
    assert figures["edge"] <= 0.1
    assert laid.left.keys() <= {"nothing to set"}


@pytest.mark.requirement("PDF-03")
@pytest.mark.tool("pdftotext")
def test_words_come_back(path: Path, tmp_path: Path) -> None:
    laid = Laid(path, tmp_path)
    for reader, extract in EXTRACTORS.items():
        share, missing = recovered(laid.text, "\n".join(map(extract, laid.pdfs)))
        assert share >= 0.99, f"{reader}: {missing}"


def test_a_line_that_a_word_forces_open_is_reported(tmp_path: Path) -> None:
    """A name that cannot be broken pushes itself to the next line: the one before it stays loose, and is told."""
    manuscript = tmp_path / "text.txt"
    forced = "سمّاه الأطباء في كتبهم باسم Pneumonoultramicroscopicsilicovolcanoconiosis ثم تركوه. "
    manuscript.write_text(f"{forced}{LONG * 3}\n", encoding="utf-8")
    laid = Laid(manuscript, tmp_path)
    wide = laid.quality.loose(0.6)
    assert wide
    assert {line.text.strip() for line in wide} == {text.strip() for text in laid.loose}
