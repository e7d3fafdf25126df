"""The e-book in WebKitGTK, by foliate-js: the kin of what reads on Apple's devices."""

import io
import time
from collections.abc import Iterator

import pytest
from PIL import Image
from tests.epub.ebook import long_book, specimen
from tests.epub.serving import (
    CHAPTER,
    LOADED_FACES,
    NUMBER_OF_ITEM,
    PLACE_OF_HEADING,
    WIDTH_OF_TWO,
    joined_and_parted,
    served,
)
from tests.epub.webkit import WIDTH, WebKit, webkit

from publisher.editions.audit import normalised

pytestmark = [pytest.mark.slow, pytest.mark.tool("WebKitWebDriver", "Xvfb")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WebKit, str]]:
    """The browser, and where the books are served."""
    folder = tmp_path_factory.mktemp("books")
    for name, book in (("specimen", specimen()), ("long", long_book())):
        (folder / f"{name}.epub").write_bytes(book.data)
    with served(folder) as address, webkit() as started:
        yield started, address


def opened(browser: tuple[WebKit, str], book: str = "specimen") -> WebKit:
    """Return the browser with a book open at its first chapter."""
    engine, address = browser
    engine.go(f"{address}/foliate.html")
    engine.until("window.is_ready")
    engine.wait("open_book(arguments[0])", f"/{book}.epub")
    engine.wait("view.goTo(arguments[0])", CHAPTER)
    engine.until("window.doc && doc.fonts.status == 'loaded' && doc.querySelector('h1')")
    time.sleep(0.5)
    return engine


def test_pages_turn_from_the_right(browser: tuple[WebKit, str]) -> None:
    """B3, J1: a chapter begins in the window; on the next page its heading has gone out at the right."""
    engine = opened(browser)
    assert engine.run("return view.book.dir") == "rtl"
    start, end = engine.run(f"return ({PLACE_OF_HEADING})()")
    assert 0 <= start < end <= WIDTH
    engine.wait("view.next()")
    time.sleep(0.5)
    assert engine.run(f"return ({PLACE_OF_HEADING})()")[0] >= WIDTH


def test_faces_and_numbers_are_the_books(browser: tuple[WebKit, str]) -> None:
    """E6, G5: the carried faces are loaded in both weights; numbers of a list stand at the right."""
    engine = opened(browser)
    assert {"Amiri 1400", "Amiri 1700"} <= set(engine.run(f"return {LOADED_FACES}"))
    width, from_right = engine.run(f"return ({NUMBER_OF_ITEM})()")
    assert width > 4
    assert from_right < 4


def test_a_call_pops_up_its_note(browser: tuple[WebKit, str]) -> None:
    """F1, F2, F3, J1: the note and nothing else, the number first."""
    engine = opened(browser)
    engine.run("doc.querySelector('a.call').click()")
    engine.until("window.notes.length")
    shown = engine.run("return window.notes[0]")
    aside = specimen().texts["text/c01.xhtml"].find(".//{*}aside")
    assert normalised(shown) == normalised("".join(aside.itertext()))
    assert shown.startswith("(١)")


def test_letters_are_joined_across_an_element(browser: tuple[WebKit, str]) -> None:
    """E3: this engine parts letters at the edge of an element; with the joiners of the book they stay joined."""
    engine = opened(browser, "long")
    joined, parted = joined_and_parted()
    assert parted > joined + 0.2
    assert 0.3 < engine.run(f"return ({WIDTH_OF_TWO})(doc.querySelector('p > strong'))") < joined + 0.03


def test_a_page_is_inked_from_the_right(browser: tuple[WebKit, str]) -> None:
    """E1: what is drawn is a page of justified text, ragged at the left where a paragraph ends."""
    engine = opened(browser)
    engine.wait("view.next()")
    time.sleep(0.5)
    page = Image.open(io.BytesIO(engine.picture())).convert("L").point(lambda grey: 255 * (grey < 128))
    box = page.getbbox()
    assert box is not None
    middle = page.width // 2
    left, right = (sum(page.crop(half).histogram()[255:]) for half in _halves(page, middle))
    assert box[0] < page.width * 0.2
    assert box[2] > page.width * 0.8
    assert right > left


def _halves(page: Image.Image, middle: int) -> tuple[tuple[int, int, int, int], tuple[int, int, int, int]]:
    return (0, 0, middle, page.height), (middle, 0, page.width, page.height)
