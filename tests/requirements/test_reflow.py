"""The e-book and the proof of the same book, in their markup and in a browser."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from lxml import etree
from tests.requirements.conftest import Editions
from tests.requirements.setting import prepared
from tests.tools import CHROMIUM_ARGUMENTS, tool

from publisher.build import build, prepare
from publisher.config import Settings
from publisher.editions.pdf.tokens import tokens_of
from publisher.editions.pdf.units import book_units
from publisher.nodes import Text
from publisher.typography import apply_to_text
from publisher.walk import chapter_blocks, iter_inlines, own_runs
from publisher.xhtml.resources import styles_folder

SPECIMEN = Path(__file__).parents[1] / "books/specimen"
TEXTS = {
    "a non-joiner": "می\u200cخواهم",
    "a joiner": "ه\u200d وحده",
    "a no-break space": "ومسافة\u00a0ملتصقة",
    "the end of a half word": "المُـ\u200d",
    "the start of a half word": "\u200dـتَنَبِّي",
}


@pytest.mark.requirement("SHP-05")
@pytest.mark.parametrize("name", TEXTS)
def test_joiners_and_no_break_spaces_survive(name: str, book: Editions) -> None:
    """In the e-book, in the proof, and in what is set for print."""
    wanted = unicodedata.normalize("NFC", TEXTS[name])
    ready = prepare(book.pdf.parents[1], {})
    printed = "".join(
        unit.body for unit in book_units(ready.book, ready.settings, ready.faces, tokens_of(ready.settings))
    )
    for text in (book.texts, book.html.read_text(encoding="utf-8"), printed):
        assert wanted in text.replace("&#160;", "\u00a0").replace("&nbsp;", "\u00a0")


@pytest.mark.requirement("POE-04")
def test_a_word_over_both_halves_keeps_its_joins(book: Editions) -> None:
    """The first half ends in a joining form and the second begins in one, in e-book and print."""
    tree = etree.fromstring(f"<r>{re.sub('<[?!][^>]*>', '', book.texts)}</r>".encode())
    halves = [
        ("".join(bayt[0].itertext()), "".join(bayt[2].itertext()))
        for bayt in tree.iter("{*}p")
        if "bayt" in (bayt.get("class") or "").split() and len(bayt) == 3
    ]
    assert ("\u200d", "\u200d") in [(first.rstrip()[-1], second.lstrip()[0]) for first, second in halves]


@pytest.mark.requirement("JUS-04")
def test_no_tatweel_is_written_into_reflowable_text(tmp_path: Path) -> None:
    """Even with kashida at its fullest, the e-book and the proof have those that the author typed."""
    paths = build(SPECIMEN, ["epub"], tmp_path, {"typography.kashida": "full"}).paths
    ready = prepare(SPECIMEN, {})
    typed = sum(
        inline.text.count("ـ")
        for chapter in ready.book.chapters()
        for block in chapter_blocks(chapter)
        for run in own_runs(block)
        for inline in iter_inlines(run)
        if isinstance(inline, Text)
    )
    with zipfile.ZipFile(paths[0]) as archive:
        texts = [archive.read(n) for n in archive.namelist() if n.endswith(".xhtml") and "/text/c" in n]
        found = sum("".join(etree.fromstring(text).itertext()).count("ـ") for text in texts)
    assert len(texts) > 3
    assert found <= typed


@pytest.mark.requirement("BIB-02")
def test_abbreviations_of_a_bibliography_hold_to_their_numbers() -> None:
    """ط، ج، ص with a no-break space; a Latin title, a range and a DOI among Arabic are isolated."""
    entry = "الجاحظ، البيان والتبيين، ط ٧، ج ٣، ص ٤٥"
    assert apply_to_text(entry, Settings()) == entry.replace("ط ", "ط\u00a0").replace("ج ", "ج\u00a0").replace(
        "ص ", "ص\u00a0"
    )
    mixed = prepared("انظر: Bloom, Paper Before Print، ص ٤٥، ومعرّفه 10.1000/xyz-12_3.")
    tree = etree.fromstring(mixed.replace("<br>", "<br/>"))
    isolated = [
        "".join(span.itertext()).replace("\u200b", "") for span in tree.iter("span") if span.get("dir") == "ltr"
    ]
    assert isolated == ["Bloom, Paper Before Print", "10.1000/xyz-12_3"]


PHYSICAL = re.compile(r"(margin|padding|border)-(left|right)(-.*)?|left|right")
LOGICAL = re.compile(r"(margin|padding|border|inset)-inline.*")


def declared(sheet: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each rule of a sheet outside pages: its selector, and its properties in order."""
    text = (styles_folder() / sheet).read_text(encoding="utf-8")
    yield from _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _rules(nodes: list[Any]) -> Iterator[tuple[str, list[str]]]:
    for node in nodes:
        if node.type == "at-rule" and node.content and node.at_keyword in ("media", "supports"):
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))
        elif node.type == "qualified-rule":
            parts = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            yield tinycss2.serialize(node.prelude).strip(), [p.lower_name for p in parts if p.type == "declaration"]


@pytest.mark.requirement("EPB-04")
@pytest.mark.parametrize("sheet", ["base.css", "kitab.css", "maqal.css", "maqal-wide.css", "proof.css"])
def test_sheets_of_print_and_proof_name_sides_start_and_end(sheet: str) -> None:
    """Margins, paddings, borders and places by the logical property; pages and boxes at fixed places aside."""
    physical = [(selector, name) for selector, names in declared(sheet) for name in names if PHYSICAL.fullmatch(name)]
    assert not [one for one in physical if "background" not in one[1] and ".device" not in one[0]]


@pytest.mark.requirement("EPB-04")
def test_the_sheet_of_the_e_book_names_the_physical_side_first() -> None:
    """No logical side stands without the physical one before it in the same rule."""
    physical = 0
    for selector, names in declared("epub.css"):
        logical = [index for index, name in enumerate(names) if LOGICAL.fullmatch(name)]
        sides = [index for index, name in enumerate(names) if PHYSICAL.fullmatch(name)]
        physical += len(sides)
        assert all(any(side < index for side in sides) for index in logical), selector
    assert physical > 5


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=tool("chromium"), args=list(CHROMIUM_ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def first_chapter(book: Editions, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the e-book's first chapter, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(book.epub) as archive:
        archive.extractall(folder)
    return next(p for p in sorted(folder.rglob("*.xhtml")) if "قفا نبك" in p.read_text(encoding="utf-8")).as_uri()


PLACE_OF = """([selector, text]) => {
  const range = document.createRange();
  for (const owner of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(text);
      if (at >= 0) {
        range.setStart(node, at); range.setEnd(node, at + text.length);
        const box = range.getBoundingClientRect();
        return {x: box.left, right: box.right, y: box.top, bottom: box.bottom};
      }
    }
  }
  return null; }"""


def place(page: Any, selector: str, text: str) -> dict[str, float]:
    """Return where a text stands in the first element that holds it."""
    found: dict[str, float] = page.evaluate(PLACE_OF, [selector, text])
    assert found is not None, (selector, text)
    return found


@pytest.mark.requirement("CNT-02", "CNT-10")
def test_the_sign_after_a_list_number_falls_on_its_left(browser: Any, first_chapter: str) -> None:
    """١- and أ): the number at the right, its sign left of it, the text left of both."""
    page = browser.new_page(viewport={"width": 900, "height": 900})
    page.goto(first_chapter)
    labels = page.evaluate("() => [...document.querySelectorAll('li .num')].map(e => e.textContent.trim())")
    assert {label[0] for label in labels} >= {"أ", "ب", "١", "٢"}
    for label, text in (("أ", "بند أول"), ("١", "بند مرقم"[:3])):
        whole = next(one for one in labels if one[0] == label)
        sign = whole[-1]
        assert sign != label
        number, after = place(page, "li .num", label), place(page, "li .num", whole)
        signs = page.evaluate(
            PLACE_OF.replace("indexOf(text)", "indexOf(text) < 0 ? -1 : node.data.lastIndexOf(text.slice(-1))").replace(
                "at + text.length", "at + 1"
            ),
            ["li .num", whole],
        )
        assert signs["right"] <= number["x"] + 1, whole
        assert after["x"] <= signs["x"] + 1
        assert place(page, "li", text)["right"] <= signs["x"] + 2


@pytest.mark.requirement("POE-06", "POE-01")
def test_the_halves_of_a_bayt_are_stacked_on_a_narrow_screen(browser: Any, first_chapter: str) -> None:
    """Side by side where there is room, the first at the right; on a telephone one under the other, the second set in."""
    wide = browser.new_page(viewport={"width": 1000, "height": 900})
    wide.goto(first_chapter)
    first, second = (place(wide, ".bayt", words) for words in ("قفا نبك", "بسقط اللوى"))
    assert abs(first["y"] - second["y"]) < 3
    assert second["right"] < first["x"]
    narrow = browser.new_page(viewport={"width": 330, "height": 900})
    narrow.goto(first_chapter)
    first, second = (place(narrow, ".bayt", words) for words in ("قفا نبك", "بسقط اللوى"))
    assert second["y"] > first["y"] + 10
    assert second["right"] < first["right"] - 20
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 330
