"""The composer's bench measures what it says: drawn edges, words, and every figure of its table."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.composed import plain_text
from benchmarks.edges import drawn_edges
from tests.composer.setting_up import TEXTS, composed, page, stock, written

from publisher.composer.quality import quality_of

BENCH = Path(__file__).parents[2] / "benchmarks/composer.py"
ROWS = [
    *(f"CPU {part}, s" for part in ("layout", "drawing", "fonts", "writing")),
    *("CPU, s", "peak, MB", "pages", "justified lines"),
    *(f"word space {name}, em" for name in ("mean", "sd", "p95", "max")),
    *("rivers", "kashidas a line", "edge, worst, pt", "edges off, %"),
    *(f"words back, {reader}, %" for reader in ("poppler", "pdfium", "mupdf")),
    "kB",
]


def test_the_text_of_a_page_is_without_markup_and_page_references() -> None:
    html = '<style>p{}</style><p>كلمة<b>ثم</b> (ص <a class="pr" href="#a">٨٨</a>)</p><p>&lt;أخرى&gt;</p>'
    assert plain_text(html).split() == ["كلمةثم", "(ص", ")", "<أخرى>"]


def test_an_edge_is_as_far_off_as_it_is_drawn(tmp_path: Path) -> None:
    html = page(f"<p>{(TEXTS / 'plain.txt').read_text()}</p>", css="p{text-indent:0}")
    document, _ = composed(html)
    pdf = written(document, tmp_path / "composed.pdf")
    lines = quality_of(document).lines
    assert len(lines) > 20
    assert max(drawn_edges(pdf, lines)) <= 0.1
    moved = [replace(line, left=line.left - 2) for line in lines]
    assert drawn_edges(pdf, moved) == pytest.approx([1.5] * len(lines), abs=0.1)


def test_what_weasyprint_draws_beside_its_boxes_is_seen(tmp_path: Path) -> None:
    document = stock(page(f"<p>{(TEXTS / 'vocalised.txt').read_text()}</p>"))
    lines = quality_of(document).lines
    assert max(drawn_edges(written(document, tmp_path / "stock.pdf"), lines)) > 0.1


@pytest.mark.tool("pdftotext")
def test_every_figure_is_printed_for_a_manuscript(tmp_path: Path) -> None:
    manuscript = tmp_path / "text.txt"
    manuscript.write_text((TEXTS / "plain.txt").read_text(), encoding="utf-8")
    command = [sys.executable, str(BENCH), "--manuscript", str(manuscript), "--chapters", "0", "--kashida", "medium"]
    done = subprocess.run([*command, "--out", str(tmp_path / "bench")], capture_output=True, text=True, check=True)
    rows = [line.split(" | ") for line in done.stdout.splitlines() if line.startswith("| ")]
    assert rows[0] == ["|", "WeasyPrint", "medium", "built |"]
    assert [row[0].removeprefix("| ") for row in rows[1:]] == ROWS
    figures = {row[0].removeprefix("| "): [cell.rstrip(" |") for cell in row[1:]] for row in rows[1:]}
    assert all(len(cells) == 3 and cells[0] and cells[1] for cells in figures.values())
    assert float(figures["word space p95, em"][1]) <= 0.40 < float(figures["word space p95, em"][0])
    assert float(figures["words back, mupdf, %"][2]) >= 99
