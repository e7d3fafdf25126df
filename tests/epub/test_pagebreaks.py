"""Pages of the printed book in the e-book: where the page map says, between words, only from a fresh map (D4, D5, E4)."""

from typing import Any

import pytest
from lxml import etree
from tests.epub.ebook import NS, SPECIMEN, TYPE, made, materials, page_map, prepared, specimen

from publisher.editions.epub.pagebreaks import Marking, numbered
from publisher.editions.pagemap import PageStart, page_starts

XHTML = NS["x"]


def _marked(markup: str, *offsets: int) -> str:
    root = etree.fromstring(f'<section xmlns="{XHTML}">{markup}</section>')
    marking = Marking(numbered([PageStart(str(n), "c01", offset) for n, offset in enumerate(offsets)]))
    marking.mark(root, is_last=True)
    for element in list(root.iter(f"{{{XHTML}}}span")):
        if element.get(TYPE) == "pagebreak":
            element.tail = f"|{element.tail or ''}"
    etree.strip_elements(root, "none", with_tail=False)
    return "".join(root.itertext())


@pytest.mark.parametrize(
    ("markup", "offset", "marked"),
    [
        ("<p>كلمة ثانية ثالثة</p>", 4, "كلمة |ثانية ثالثة"),
        ("<p>كلمة ثانية ثالثة</p>", 6, "كلمة ثانية |ثالثة"),
        ("<p>كل\u200dمة ثانية</p>", 4, "كل\u200dمة |ثانية"),
        ("<p>كلمة</p><p>ثانية</p>", 4, "كلمة|ثانية"),
        ("<p>كت<b>اب</b> ثان</p>", 2, "كتاب |ثان"),
        ("<p>أول <b>ثان ثالث</b></p>", 6, "أول ثان |ثالث"),
        ("<p>قبل <bdi dir='ltr'>GPS III</bdi> بعد</p>", 6, "قبل GPS III |بعد"),
        ("<ol><li><span class='num'>١.</span> بند</li><li>آخر</li></ol>", 3, "١. بند|آخر"),
        ("<p>متن<a class='call'>(١)</a> بعده</p>", 3, "متن(١) |بعده"),
        ("<p>متن</p>", 90, "متن|"),
        ("<table><tr><td class='num'>١٩٠٦</td><td>خانة أخرى</td></tr></table>", 8, "١٩٠٦خانة |أخرى"),
        ("<h1 class='opening'>عنوان</h1><p>متن آخر</p>", 9, "عنوانمتن |آخر"),
    ],
)
def test_markers_stand_between_words(markup: str, offset: int, marked: str) -> None:
    """D5, E4: white space, joiners, marks of lists and calls do not count; a marker waits for the next word."""
    assert _marked(markup, offset) == marked


def test_a_chapter_begins_before_its_heading() -> None:
    """D5: the first page of a chapter is marked before its title."""
    assert _marked("<h1>عنوان</h1><p>متن</p>", 0) == "|عنوانمتن"


def test_what_print_adds_to_a_reference_counts() -> None:
    """D5: the printed book names the page after a cross-reference; its letters are passed over."""
    root = etree.fromstring(f'<section xmlns="{XHTML}"><p>انظر <a class="ref">شكل</a> ثم بعده</p></section>')
    Marking(numbered([PageStart("٢", "c01", 12)]), len("(ص)")).mark(root, is_last=True)
    assert root.find(f".//{{{XHTML}}}span").tail == "بعده"


def test_markers_go_on_in_the_next_file() -> None:
    """D5: letters are counted through all the files of a chapter."""
    files = [
        etree.fromstring(f'<section xmlns="{XHTML}"><p>{words}</p></section>') for words in ("أول ثان", "ثالث رابع")
    ]
    marking = Marking(numbered([PageStart("١", "c01", 10)]))
    for number, root in enumerate(files):
        marking.mark(root, is_last=number == 1)
    assert files[0].find(f".//{{{XHTML}}}span") is None
    marker = files[1].find(f".//{{{XHTML}}}span")
    assert marker.tail == "رابع"


def test_blank_pages_begin_where_the_next_page_does() -> None:
    """D4: a page that the printer left blank is in the list."""
    book = prepared(SPECIMEN).book
    facts = page_map(book)
    facts["page_map"]["anchors"] = {"c01": "١", "c02": "٥"}
    facts["page_map"]["breaks"] = {"c01": [[100, "٢"], [200, "٣"]], "c02": []}
    starts = page_starts(book, facts)
    assert [(s.folio, s.chapter, s.offset) for s in starts or ()] == [
        ("١", "c01", 0), ("٢", "c01", 100), ("٣", "c01", 200), ("٤", "c02", 0), ("٥", "c02", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"fingerprint": "another"},
        {"breaks": None},
        {"breaks": {"c01": [["x", "٢"]]}},
        {"anchors": None},
    ],
)
def test_a_map_of_another_book_is_not_used(change: dict[str, Any]) -> None:
    """D4: a stale or broken map is told, and no page is marked."""
    ready = prepared(SPECIMEN)
    facts = page_map(ready.book)
    facts["page_map"] |= change
    ebook = made(ready.book, materials(ready, facts))
    assert [d.code for d in ebook.diagnostics] == ["stale-page-map"]
    assert not ebook.all("//*[@epub:type='pagebreak']")


def test_every_page_of_the_map_is_marked() -> None:
    """D5: as many markers as pages, in order."""
    labels = [e.get("aria-label") for e in specimen().all("//*[@epub:type='pagebreak']")]
    assert labels == [
        start.folio for start in page_starts(prepared(SPECIMEN).book, page_map(prepared(SPECIMEN).book)) or ()
    ]
