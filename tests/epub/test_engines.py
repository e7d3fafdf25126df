"""The e-book in reading engines: what a reader sees, as facts. Chromium by foliate-js and epub.js, and MuPDF."""

import functools
import itertools
from collections.abc import Iterator
from typing import Any

import pymupdf
import pytest
from playwright.sync_api import Page, sync_playwright
from tests.epub.ebook import Ebook, long_book, specimen
from tests.epub.serving import (
    CHAPTER,
    LOADED_FACES,
    NUMBER_OF_ITEM,
    PLACE_OF_HEADING,
    WIDTH_OF_TWO,
    joined_and_parted,
    served,
)
from tests.tools import CHROMIUM_ARGUMENTS, tool

from publisher.editions.audit import normalised

WIDTH, HEIGHT = 1100, 760


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """A browser, and where the books are served."""
    path = tool("chromium")
    folder = tmp_path_factory.mktemp("books")
    for name, book in (("specimen", specimen()), ("long", long_book())):
        (folder / f"{name}.epub").write_bytes(book.data)
    with served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        yield browser, address
        browser.close()


def _opened(chromium: tuple[Any, str], engine: str, book: str, *arguments: str) -> tuple[Page, Any]:
    browser, address = chromium
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(f"{address}/{engine}.html")
    page.wait_for_function("window.is_ready")
    facts = page.evaluate("a => open_book(...a)", [f"/{book}.epub", *arguments])
    return page, facts


def _go(page: Page, target: str) -> None:
    page.evaluate("window.doc = null")
    page.evaluate("t => view.goTo(t)", target)
    page.wait_for_function("window.doc && doc.fonts.status == 'loaded' && doc.querySelector('h1')")
    page.wait_for_timeout(300)


@pytest.mark.slow
def test_foliate_pages_from_the_right(chromium: tuple[Any, str]) -> None:
    """B3, J1: the pages turn from right to left, and a chapter begins on the right of the spread."""
    page, facts = _opened(chromium, "foliate", "specimen")
    assert facts["dir"] == "rtl"
    assert facts["toc"] == 6
    _go(page, CHAPTER)
    start, end = page.evaluate(PLACE_OF_HEADING)
    assert WIDTH / 2 < start < end <= WIDTH
    page.evaluate("view.next()")
    page.wait_for_timeout(500)
    assert page.evaluate(PLACE_OF_HEADING)[0] > WIDTH
    page.close()


@pytest.mark.slow
def test_foliate_knows_landmarks_and_printed_pages(chromium: tuple[Any, str]) -> None:
    """D3, D4: what a reading system offers to go to."""
    page, facts = _opened(chromium, "foliate", "specimen")
    assert {"cover", "toc", "bodymatter"} <= {kind for mark in facts["landmarks"] for kind in mark["type"]}
    assert [p["label"] for p in facts["pages"]][:3] == ["٧", "٨", "٩"]
    page.close()


@pytest.mark.slow
def test_foliate_pops_up_a_note(chromium: tuple[Any, str]) -> None:
    """F1, F2, F3, J1: a call shows its note and nothing else, the number first."""
    page, _ = _opened(chromium, "foliate", "specimen")
    _go(page, CHAPTER)
    page.evaluate("doc.querySelector('a.call').click()")
    page.wait_for_function("window.notes.length", timeout=10_000)
    aside = specimen().texts["text/c01.xhtml"].find(".//{*}aside")
    assert normalised(page.evaluate("window.notes[0]")) == normalised("".join(aside.itertext()))
    assert page.evaluate("window.notes[0]").startswith("(١)")
    page.close()


@pytest.mark.slow
def test_foliate_shows_the_books_faces_and_numbers(chromium: tuple[Any, str]) -> None:
    """E6, G5: the carried faces are loaded in both weights; numbers of a list stand at the right."""
    page, _ = _opened(chromium, "foliate", "specimen")
    _go(page, CHAPTER)
    assert {"Amiri 1400", "Amiri 1700"} <= set(page.evaluate(LOADED_FACES))
    width, from_right = page.evaluate(NUMBER_OF_ITEM)
    assert width > 4
    assert from_right < 4
    page.close()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["foliate", "epubjs"])
def test_letters_are_joined_across_an_element(chromium: tuple[Any, str], engine: str) -> None:
    """E3: two letters before an element have the forms that go on."""
    page, _ = _opened(chromium, engine, "long", *(["text/c01.xhtml"] if engine == "epubjs" else []))
    if engine == "foliate":
        _go(page, CHAPTER)
        element = page.evaluate_handle("doc.querySelector('p > strong')")
    else:
        page.wait_for_timeout(800)
        element = page.evaluate_handle("rendition.getContents()[0].document.querySelector('p > strong')")
    joined, parted = joined_and_parted()
    assert parted > joined + 0.2
    assert 0.3 < element.evaluate(WIDTH_OF_TWO) < joined + 0.03
    page.close()


@pytest.mark.slow
def test_epubjs_pages_from_the_right(chromium: tuple[Any, str]) -> None:
    """B3: the first page of a chapter on the right, the next ones to its left."""
    page, facts = _opened(chromium, "epubjs", "specimen", "text/c01.xhtml")
    page.wait_for_timeout(800)
    assert facts == {"direction": "rtl", "toc": 6}
    where = (
        "() => { const c = rendition.getContents()[0].document, f = c.defaultView.frameElement.getBoundingClientRect(),"
        " h = c.querySelector('h1').getBoundingClientRect(); return [f.x + h.x, f.x + h.right] }"
    )
    start, end = page.evaluate(where)
    assert WIDTH / 2 < start < end <= WIDTH
    page.evaluate("rendition.next()")
    page.wait_for_timeout(800)
    assert page.evaluate(where)[0] > WIDTH
    page.close()


# ------------------------------------------------------------------ MuPDF


@functools.cache
def _mupdf(name: str) -> Any:
    book: Ebook = {"specimen": specimen, "long": long_book}[name]()
    document = pymupdf.open(stream=book.data, filetype="epub")
    document.layout(width=420, height=640, fontsize=13)
    return document


def _spans(page: Any) -> Iterator[Any]:
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            yield from line["spans"]


@pytest.mark.slow
def test_mupdf_uses_the_books_faces() -> None:
    """G5: TTF faces are taken, text and bold."""
    fonts = {span["font"] for page in list(_mupdf("specimen"))[:12] for span in _spans(page) if span["chars"]}
    assert {f for f in fonts if "Amiri" in f}
    assert any("Bold" in f for f in fonts)


@pytest.mark.slow
def test_mupdf_prints_every_number() -> None:
    """E6, F3: numbers of lists, headings, notes and captions are there, since they are text."""
    said = " ".join(page.get_text() for page in _mupdf("specimen"))
    for number in ("١.", "(١)", "الفصل الأول", "شكل ١", "جدول ١", "أولًا"):
        assert number in said, number


@pytest.mark.slow
def test_mupdf_sets_list_numbers_at_the_right() -> None:
    """E6, E7: a number stands in its item's line, to the right of its words."""
    for page in _mupdf("specimen"):
        for block in page.get_text("dict")["blocks"]:
            for line in block.get("lines", ()):
                spans = [s for s in line["spans"] if s["text"].strip()]
                if spans and any(s["text"].strip() == "١." for s in spans) and len(spans) > 1:
                    number = next(s for s in spans if s["text"].strip() == "١.")
                    assert number["bbox"][2] == pytest.approx(max(s["bbox"][2] for s in spans), abs=1)
                    return
    pytest.fail("no numbered item found")


@pytest.mark.slow
def test_mupdf_joins_letters_across_an_element() -> None:
    """E3: the letter before an element has the width of its medial form."""
    for page in _mupdf("long"):
        for span in _spans(page):
            text = "".join(c["c"] for c in span["chars"])
            at = text.find("كت")
            if at >= 0 and text[at + 2 : at + 3] in ("", "\u200d"):
                first, second = span["chars"][at]["bbox"], span["chars"][at + 1]["bbox"]
                width = (max(first[2], second[2]) - min(first[0], second[0])) / span["size"]
                assert width == pytest.approx(joined_and_parted()[0], abs=0.05)
                return
    pytest.fail("the word was not found")


@pytest.mark.slow
def test_mupdf_keeps_foreign_words_in_order() -> None:
    """E2: the parts of a Latin phrase stand from left to right, though the engine knows no `bdi`."""
    for page in _mupdf("specimen"):
        words = page.get_text("words")
        for first, second in itertools.pairwise(words):
            if first[4].startswith("ISO") and second[4].startswith("216"):
                assert first[0] < second[0]
                return
    pytest.fail("ISO 216 not found")


@pytest.mark.slow
def test_mupdf_lists_foreign_names_from_the_right() -> None:
    """E2: two Latin names with a comma between stand in the order of the Arabic line."""
    for page in _mupdf("specimen"):
        places = {word: x for x, _, _, _, word, *_ in page.get_text("words")}
        if "Amiri" in places and "Mono" in places:
            assert places["Mono"] < places["Amiri"]
            return
    pytest.fail("the line of the faces was not found")
