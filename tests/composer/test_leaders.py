"""A dotted rule is one stroke, and looks as WeasyPrint's row of circles does."""

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.composer.setting_up import composed, page, stock, written

DOTS = ".rule{display:block;height:9pt;border-bottom:%s;margin-left:%s}"
STREAM = re.compile(rb"\bc\n|\bd\n")


def drawn(document: Any, path: Path) -> list[bytes]:
    """Return the operators `c` (a curve) and `d` (a dash) of the first page, in their order."""
    with pikepdf.open(written(document, path)) as pdf:
        data = b"\n".join(stream.read_bytes() for stream in pdf.pages[0].Contents.wrap_in_array())
    return [found.group().strip() for found in STREAM.finditer(data)]


@pytest.mark.parametrize("margin", ["0", "3cm", "97mm"])
def test_a_rule_is_one_dashed_stroke(tmp_path: Path, margin: str) -> None:
    html = page('<i class="rule"></i>', css=DOTS % (".8pt dotted #777", margin))
    assert drawn(composed(html)[0], tmp_path / "made.pdf") == [b"d"]
    assert b"d" not in drawn(stock(html), tmp_path / "stock.pdf")


@pytest.mark.parametrize(
    "css",
    [
        ".8pt solid #777",
        ".8pt dashed #777",
        ".8pt dotted #777;border-top:1pt solid",
        ".8pt dotted #777;border-radius:3pt",
    ],
)
def test_other_borders_are_left_to_weasyprint(tmp_path: Path, css: str) -> None:
    html = page('<i class="rule"></i>', css=DOTS % (css, "0"))
    assert drawn(composed(html)[0], tmp_path / "made.pdf") == drawn(stock(html), tmp_path / "stock.pdf")
