"""Exact edges, indents and line steps, read from the PDF itself."""

import itertools
from collections import defaultdict
from pathlib import Path

import pymupdf
import pytest
from tests.composer.setting_up import TEXTS, composed, page, paragraphs, written

MARGIN = 16 / 25.4 * 72
WIDTH = 148 / 25.4 * 72
HEIGHT = 210 / 25.4 * 72
LONG = (
    "هذا كلام طويل فيه <b>كلمات ثقيلة</b> وعبارة Latin words <b>in bold</b> وأرقام 1987 و١٤٤٥ وحاشية"
    '<span class="note">نص الحاشية الأولى.</span> ثم كلام بعدها يملأ السطر ويجاوزه إلى سطر ثان وثالث ورابع، '
)


class Row:
    """The characters of one line of a page."""

    def __init__(self, characters: list[tuple[float, float, str]]) -> None:
        inked = [c for c in characters if c[2].strip() and c[2] not in "\u200e\u200f"]
        self.left = min(c[0] for c in inked)
        self.right = max(c[1] for c in inked)
        self.text = "".join(c[2] for c in sorted(characters))


def rows(pdf: Path, size: float) -> dict[float, Row]:
    """Return the lines of every page in one size, by page and baseline."""
    found: dict[float, list[tuple[float, float, str]]] = defaultdict(list)
    with pymupdf.open(pdf) as document:
        for number, sheet in enumerate(document):
            for block in sheet.get_text("rawdict")["blocks"]:
                for line in block.get("lines", ()):
                    for span in line["spans"]:
                        for c in span["chars"] if abs(span["size"] - size) < 0.2 else ():
                            key = number * 10_000 + round(c["origin"][1], 1)
                            found[key].append((c["bbox"][0], c["bbox"][2], c["c"]))
    return {y: Row(c) for y, c in sorted(found.items())}


def lines_of(body: str, tmp_path: Path, css: str = "", face: Path | None = None) -> list[Row]:
    """Return the lines of body text of a page."""
    html = page(body, css=css) if face is None else page(body, face, css)
    document, _ = composed(html)
    return list(rows(written(document, tmp_path / "page.pdf"), 12).values())


@pytest.mark.requirement("JUS-01", "JUS-08")
def test_justified_lines_are_flush_on_both_sides(tmp_path: Path, face: Path) -> None:
    lines = lines_of(f"<p>{LONG * 9}</p>", tmp_path, "p{text-indent:0}", face)
    assert len(lines) > 15
    for row in lines[:-1]:
        assert row.left == pytest.approx(MARGIN, abs=0.1), row.text
        assert row.right == pytest.approx(WIDTH - MARGIN, abs=0.1), row.text


@pytest.mark.requirement("JUS-01")
def test_real_text_is_flush(tmp_path: Path) -> None:
    for name in ("plain.txt", "vocalised.txt"):
        lines = lines_of(f"<p>{(TEXTS / name).read_text().replace(chr(10), ' ')}</p>", tmp_path, "p{text-indent:0}")
        for row in lines[:-1]:
            assert row.left == pytest.approx(MARGIN, abs=0.1), row.text
            assert row.right == pytest.approx(WIDTH - MARGIN, abs=0.1), row.text


@pytest.mark.requirement("JUS-11")
@pytest.mark.parametrize(("indent", "inset"), [("24pt", 0), ("-24pt", 24), ("10%", 0)])
def test_indents_stand_at_the_start_of_the_line(tmp_path: Path, indent: str, inset: float) -> None:
    css = f"p{{text-indent:{indent};padding-inline-start:{inset}pt}}"
    first, second, *_ = lines_of(f"<p>{LONG * 2}</p>", tmp_path, css)
    measure = WIDTH - 2 * MARGIN - inset
    wanted = measure / 10 if indent == "10%" else float(indent.removesuffix("pt"))
    assert first.right == pytest.approx(WIDTH - MARGIN - inset - wanted, abs=0.1)
    assert second.right == pytest.approx(WIDTH - MARGIN - inset, abs=0.1)
    assert first.left == second.left == pytest.approx(MARGIN, abs=0.1)


@pytest.mark.parametrize(("align", "side"), [("start", "right"), ("end", "left"), ("left", "left"), ("right", "right")])
def test_ragged_lines_start_where_they_should(tmp_path: Path, align: str, side: str) -> None:
    lines = lines_of(f"<p>{LONG * 2}</p>", tmp_path, f"p{{text-align:{align};text-indent:0}}")
    wanted = MARGIN if side == "left" else WIDTH - MARGIN
    assert all(getattr(row, side) == pytest.approx(wanted, abs=0.1) for row in lines)


def test_centred_lines_are_centred(tmp_path: Path) -> None:
    lines = lines_of(f"<p>{LONG}</p>", tmp_path, "p{text-align:center;text-indent:0}")
    assert all((row.left + row.right) / 2 == pytest.approx(WIDTH / 2, abs=0.1) for row in lines)


@pytest.mark.requirement("VRT-01")
def test_the_step_of_the_baseline_is_constant(tmp_path: Path) -> None:
    document, _ = composed(page(f"<p>{LONG * 8}</p>"))
    ys = [y for y in rows(written(document, tmp_path / "page.pdf"), 12) if y < 10_000]
    steps = [b - a for a, b in itertools.pairwise(ys)]
    assert len(steps) > 10
    assert max(steps) - min(steps) <= 0.1 + 1e-9
    assert steps[0] == pytest.approx(12 * 1.7, abs=0.1)


def test_lines_beside_a_float_keep_clear_of_it(tmp_path: Path) -> None:
    body = f'<div class="box">صندوق</div><p>{LONG * 4}</p>'
    css = ".box{float:left;width:100pt;height:60pt;font-size:8pt}p{text-indent:0}"
    lines = lines_of(body, tmp_path, css)
    beside = [row for row in lines[:-1] if row.left > MARGIN + 50]
    assert len(beside) == 3
    assert all(row.left == pytest.approx(MARGIN + 100, abs=0.1) for row in beside)
    assert all(row.right == pytest.approx(WIDTH - MARGIN, abs=0.1) for row in lines[:-1])
    assert all(row.left == pytest.approx(MARGIN, abs=0.1) for row in lines[3:-1])


@pytest.mark.requirement("POE-02", "POE-03")
def test_hemistichs_are_flush_to_one_width_by_kashidas_first(tmp_path: Path) -> None:
    """POE-01, POE-02: two hemistichs of different natural widths, both brought to the same."""
    verse = ("الخَيلُ وَاللَيلُ وَالبَيداءُ تَعرِفُني", "وَالسَيفُ وَالرُمحُ وَالقِرطاسُ وَالقَلَمُ")
    body = "".join(f'<p class="half">{half}</p>' for half in verse)
    css = ".half{width:190pt;text-align:justify;text-align-last:justify;text-indent:0}"
    document, typesetting = composed(page(body, css=css))
    lines = list(rows(written(document, tmp_path / "page.pdf"), 12).values())
    assert [row.left for row in lines] == pytest.approx([WIDTH - MARGIN - 190] * 2, abs=0.1)
    assert [row.right for row in lines] == pytest.approx([WIDTH - MARGIN] * 2, abs=0.1)
    assert typesetting.report.kashidas >= 2
    plain, _ = composed(page(body, css=css + ".half{--kashida:none}"))
    assert widest_space(document) < widest_space(plain)


def widest_space(document: object) -> float:
    """Return the widest word space of a document, in em."""
    from publisher.composer.quality import quality_of

    return quality_of(document).spaces()[-1]


def test_text_falls_on_one_measure_with_the_text_of_its_paragraphs(tmp_path: Path) -> None:
    """A table cell and a float as wide as their words keep them on one line."""
    body = "<table><tr><td>القانون في الطب لابن سينا</td><td>١٥٩٣</td><td>حروف غرانجون (روما)</td></tr></table>"
    lines = lines_of(body + paragraphs("سطر."), tmp_path)
    assert len(lines) == 2
