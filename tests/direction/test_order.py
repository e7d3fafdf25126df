"""The order of mixed text on paper (BID): each case at line start, middle and end, in the PDF and in Chromium."""

import itertools
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree
from tests.direction.lines import Sign, pdf_pages, seen_lines, wanted
from tests.tools import CHROMIUM_ARGUMENTS, tool
from weasyprint import HTML

from publisher.composer import Typesetting, install
from publisher.direction import resolve
from publisher.fonts.manifest import shipped

BEFORE, AFTER = "وقد جاء في الكتاب المذكور", "ثم انتهى الكلام عند هذا الحدّ"
PLACES = {"start": ("", AFTER), "middle": (BEFORE, AFTER), "end": (BEFORE, "")}
WIDTHS = (150, 92, 71)
"""Measures in mm: the token falls on other places of the line in each."""


@dataclass(frozen=True)
class Case:
    """A case of `order.txt`."""

    requirement: str
    title: str
    typed: str
    seen: str


def read_cases() -> list[Case]:
    """Return the cases of `order.txt`."""
    text = (Path(__file__).parent / "order.txt").read_text(encoding="utf-8")
    entry = re.compile(r"^([A-Z]{3}-\d\d) (.+)\n(.+)\n= (.+)$", re.MULTILINE)
    return [Case(*found.groups()) for found in entry.finditer(text)]


CASES = read_cases()
PROVING = [
    pytest.param(c, id=f"{c.requirement} {c.title}", marks=pytest.mark.requirement(c.requirement, "BID-23"))
    for c in CASES
]
PAGES = [(case, place, width) for case in CASES for place in PLACES for width in WIDTHS]


def paragraph(case: Case, place: str) -> str:
    """Return a case in a paragraph, its directions resolved."""
    before, after = PLACES[place]
    tree = etree.fromstring(f'<p dir="rtl">{before} {case.typed} {after}</p>')
    resolve(tree, for_print=True)
    return etree.tostring(tree, encoding="unicode", method="html")


def page() -> str:
    """Return one document with every case on a page of its own."""
    faces = [f for f in shipped() if f.key in ("amiri", "plex-mono")]
    rules = "".join(
        f'@font-face {{ font-family: "{f.family}"; font-weight: {f.weight}; src: url("{f.path.as_uri()}") }}'
        for f in faces
    )
    style = f"""{rules} @page {{ size: 170mm 60mm; margin: 10mm }} body {{ margin: 0; font: 12pt/22pt "Amiri 1" }}
        p {{ margin: 0; text-align: justify; break-before: page }} code {{ font: 10pt "IBM Plex Mono 1" }}
        i {{ font-style: normal }} .nw {{ white-space: nowrap }}"""
    body = "".join(f'<div style="width: {width}mm">{paragraph(case, place)}</div>' for case, place, width in PAGES)
    return f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The lines of each case as printed."""
    install()
    path = tmp_path_factory.mktemp("order") / "order.pdf"
    HTML(string=page()).write_pdf(path, font_config=Typesetting().font_config)
    return pdf_pages(path)


READ_BOXES = """() => [...document.querySelectorAll('p')].map(p => {
  const signs = [], walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i); range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (box.width > 0) signs.push([Math.round(box.bottom / 12) * 12, box.left + box.width / 2, node.data[i]]);
    }
  return signs; })"""


@pytest.fixture(scope="module")
def displayed(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The lines of each case as Chromium shows them."""
    from playwright.sync_api import sync_playwright

    path = tmp_path_factory.mktemp("order") / "order.html"
    path.write_text(page(), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tool("chromium"), args=list(CHROMIUM_ARGUMENTS))
        tab = browser.new_page()
        tab.goto(path.as_uri())
        found: list[list[Sign]] = tab.evaluate(READ_BOXES)
        browser.close()
    return [seen_lines([(y, x, c) for y, x, c in signs], 14) for signs in found]


@pytest.mark.parametrize("case", PROVING)
def test_order_on_paper(case: Case, printed: list[list[str]]) -> None:
    """The PDF shows the case alike wherever it stands."""
    _check(case, printed)


@pytest.mark.parametrize("case", PROVING)
def test_order_in_a_browser(case: Case, displayed: list[list[str]]) -> None:
    """Chromium shows the same."""
    _check(case, displayed)


def _check(case: Case, pages: list[list[str]]) -> None:
    assert len(pages) == len(PAGES)
    for (other, place, width), lines in zip(PAGES, pages, strict=True):
        if other is case:
            assert _stands_in(lines, wanted(case.seen)), f"{place} at {width} mm: {lines}"


def _stands_in(lines: list[str], words: str) -> bool:
    """Whether words stand in a line, or begin at the left end of one and go on at the right end of the next (BID-03)."""
    if any(words in line for line in lines):
        return True
    return any(
        upper.startswith(words[:cut].strip()) and lower.endswith(words[cut:].strip())
        for upper, lower in itertools.pairwise(lines)
        for cut in range(1, len(words))
    )
