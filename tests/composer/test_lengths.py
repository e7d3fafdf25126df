"""A box's lengths found once for its style are those that WeasyPrint finds each time, also where layout changes a style."""

from typing import Any

import pytest
from tests.composer.setting_up import composed, page, stock

CASES = {
    "sides": '<div class="a"><p>نص</p><div class="b"><p>نص</p></div></div><div class="a"><p>نص</p></div>',
    "percent": '<div class="half"><div class="half"><p>نص</p></div><div class="a half"><p>نص</p></div></div>',
    "calc": '<div class="calc"><p>نص</p><div class="calc"><p>نص</p></div></div>',
    "flex": '<div class="flex"><div class="a">نص</div><div class="b grow">نص آخر</div><div class="half">نص</div></div>'
    * 2,
    "column": '<div class="flex down"><div class="a">نص</div><div class="b grow">نص آخر</div></div>' * 2,
    "grid": '<div class="grid"><div class="a">نص</div><div class="b">نص آخر</div><div>نص</div></div>' * 2,
    "table": '<table class="b"><tr><td class="a">نص</td><td>نص</td></tr></table>' * 2,
    "collapsed": '<table class="tight"><tr><td class="a">نص</td><td class="b">نص</td></tr></table>' * 2,
    "bounds": '<div class="bounds"><p>نص</p></div><div class="half"><div class="bounds"><p>نص</p></div></div>',
    "float": '<div class="float a">نص</div><div class="float half">نص</div><p>نص</p>',
}
CSS = (
    ".a{margin:3mm 2mm;padding:1mm 4mm;border:1pt solid}.b{border-top:2pt dotted;padding:2%;box-sizing:border-box}"
    ".half{width:50%;margin-right:5%}.calc{width:calc(100% - 1cm);padding:calc(1mm + 1%)}.flex{display:flex}"
    ".down{flex-direction:column;height:5cm}.grow{flex:1}.grid{display:grid;grid-template-columns:1fr 2fr}"
    ".tight{border-collapse:collapse}.bounds{min-height:2cm;max-width:4cm;width:6cm;box-sizing:border-box;padding:3mm}"
    ".float{float:left}"
)
LENGTHS = [
    "width",
    "height",
    "margin_top",
    "margin_right",
    "margin_bottom",
    "margin_left",
    "padding_top",
    "padding_right",
    "padding_bottom",
    "padding_left",
    "border_top_width",
    "border_bottom_width",
    "border_left_width",
    "border_right_width",
    "position_x",
    "position_y",
]


@pytest.mark.parametrize("name", CASES)
def test_boxes_have_the_lengths_of_stock(name: str) -> None:
    html = page(CASES[name], css=CSS)
    expected, found = (lengths(document) for document in (stock(html), composed(html)[0]))
    assert len(expected) > 3
    for wanted, made in zip(expected, found, strict=True):
        assert made == pytest.approx(wanted, abs=0.01)  # text is measured in other units


def lengths(document: Any) -> list[list[float]]:
    """Return the used lengths of every block of a document, in the order of the tree."""
    blocks = [
        box
        for page in document.pages
        for box in page._page_box.descendants()
        if hasattr(box, "establishes_formatting_context")
    ]
    return [
        [float(getattr(box, name)) for name in LENGTHS] for box in blocks if type(box).__name__.endswith("BlockBox")
    ]
