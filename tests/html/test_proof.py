"""The proof in a browser: findings beside their place, contents at the side, light and dark, wide and narrow."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.tools import CHROMIUM_ARGUMENTS, tool

from publisher.build import build

MANUSCRIPT = """أولًا: باب أول
قال الكاتب "نعم" ثم سكت..
وهذا نص آخر في الباب نفسه.
ثانيًا: باب ثان
كلام عن HTML5 و2024-05-17 كـ مثال.
"""


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A proof with findings."""
    folder = tmp_path_factory.mktemp("proof")
    (folder / "maqal.txt").write_text(MANUSCRIPT, encoding="utf-8")
    return build(folder / "maqal.txt", ["html"], folder / "build", {"title": "تجربة"}).paths[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=tool("chromium"), args=list(CHROMIUM_ARGUMENTS))
        yield started
        started.close()


def opened(browser: Any, proof: Path, width: int, **named: Any) -> Any:
    """Return the proof in a tab of a width in px; anything it says to the console fails the test."""
    page = browser.new_page(viewport={"width": width, "height": 900}, **named)
    page.on("pageerror", lambda fault: pytest.fail(str(fault)))
    page.goto(proof.as_uri())
    return page


def box(page: Any, selector: str) -> dict[str, float]:
    """Return the box of the first element of a kind."""
    found: dict[str, float] = page.locator(selector).first.bounding_box()
    return found


@pytest.mark.requirement("TAB-03")
def test_contents_stand_at_the_right_and_findings_at_the_left(browser: Any, proof: Path) -> None:
    """Reading order is right to left: contents, text, margin."""
    page = opened(browser, proof, 1400)
    contents, text, finding = box(page, "nav.toc"), box(page, "main p"), box(page, "aside.f > div")
    assert contents["x"] > text["x"] > finding["x"]
    assert page.locator("nav.toc a").count() == 2


def test_a_finding_stands_at_the_height_of_its_words(browser: Any, proof: Path) -> None:
    """The margin and the marked words are within a line of each other, and no two findings overlap."""
    page = opened(browser, proof, 1400)
    page.wait_for_timeout(200)
    assert page.locator("mark").count() >= 3
    mark, finding = box(page, "mark"), box(page, "aside.f:has(a) > div")
    assert abs(mark["y"] - finding["y"]) < 45
    boxes = sorted((b.bounding_box() for b in page.locator("aside.f > div").all()), key=lambda b: b["y"])
    for above, below in itertools.pairwise(boxes):
        assert above["y"] + above["height"] <= below["y"] + 1


def test_a_finding_tells_code_line_and_hint(browser: Any, proof: Path) -> None:
    """Quotation marks were changed: the margin says which rule, where, and how."""
    page = opened(browser, proof, 1400)
    told = page.locator("aside.f", has_text="PUN-04").first.inner_text()
    assert "«نعم»" in told
    assert "سطر ٢" in told or "سطر 2" in told


def test_a_phone_shows_everything_in_one_column(browser: Any, proof: Path) -> None:
    """Nothing is wider than the screen, and a finding follows its paragraph."""
    page = opened(browser, proof, 390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    mark, finding = box(page, "mark"), box(page, "aside.f:has(a)")
    assert finding["y"] > mark["y"]
    assert box(page, "nav.toc summary")["height"] >= 44


def test_the_page_follows_the_readers_light(browser: Any, proof: Path) -> None:
    """Dark where the system is dark, and the button turns it."""
    page = opened(browser, proof, 1400, color_scheme="dark")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(18, 20, 23)"
    page.locator("#theme").click()
    assert page.evaluate(ground) == "rgb(251, 250, 247)"


def test_the_proof_is_one_file(proof: Path) -> None:
    """It asks for nothing from elsewhere."""
    text = proof.read_text(encoding="utf-8")
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert 'src="http' not in text
    assert "url(" not in text.replace('url("data:', "")
