"""Contents, landmarks, page list, NCX (D1…D9)."""

from copy import deepcopy

import pytest
from tests.epub.ebook import NS, TYPE, Ebook, Element, long_book, seed, specimen

from publisher.arabic.digits import value

XHTML = f"{{{NS['x']}}}"


def _nav(ebook: Ebook, kind: str) -> Element | None:
    return next((n for n in ebook.texts["nav.xhtml"].iter(f"{XHTML}nav") if n.get(TYPE) == kind), None)


def _links(nav: Element | None) -> list[tuple[str, str]]:
    return [] if nav is None else [(_words(a), str(a.get("href"))) for a in nav.iter(f"{XHTML}a")]


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u200d", "").replace("\u200e", "").split())


def _heading_words(element: Element) -> str:
    """Return what a heading says without its calls of notes."""
    copy = deepcopy(element)
    for call in copy.findall(".//x:a[@class='call']", NS):
        call.text = ""
    return _words(copy)


@pytest.mark.requirement("TOC-02")
def test_contents_are_the_headings_in_order(ebook: Ebook) -> None:
    """D1, I8: every entry says what its heading says, and entries come as the book is read."""
    order = list(ebook.texts)
    places = []
    for words, href in _links(_nav(ebook, "toc")):
        name, _, ident = href.partition("#")
        tree = ebook.texts[name]
        target = tree.find(f".//*[@id='{ident}']")
        heading = target if target.tag[-2:] in ("h1", "h2", "h3") else target.find(f".//{XHTML}h1")
        assert _heading_words(heading) == words
        places.append((order.index(name), list(tree.iter("*")).index(target)))
    assert places == sorted(places)
    assert len(places) > 3


@pytest.mark.requirement("EPB-02", "EPB-06")
def test_navigation_speaks_the_books_language(ebook: Ebook) -> None:
    """D2: direction and language of the document, titles in Arabic, one contents."""
    root = ebook.texts["nav.xhtml"]
    assert (root.get("dir"), root.get("lang")) == ("rtl", "ar")
    titles = [_words(h) for n in root.iter(f"{XHTML}nav") for h in n if h.tag[-2:] in ("h1", "h2")]
    assert titles[:2] == ["المحتويات", "معالم الكتاب"]
    assert len([n for n in root.iter(f"{XHTML}nav") if n.get(TYPE) == "toc"]) == 1


@pytest.mark.requirement("EPB-06")
def test_landmarks(ebook: Ebook) -> None:
    """D3, J1: cover, contents and body, each once, each with one type and an Arabic name."""
    marks = {a.get(TYPE): _words(a) for a in _nav(ebook, "landmarks").iter(f"{XHTML}a")}
    assert {"cover", "toc", "bodymatter"} <= set(marks)
    assert all(" " not in kind for kind in marks)
    assert marks["cover"] == "الغلاف"
    for _, href in _links(_nav(ebook, "landmarks")):
        assert href.partition("#")[0] in ebook.texts


@pytest.mark.requirement("EPB-06")
def test_page_list() -> None:
    """D4, D6: rising without a gap, blank pages too; each leads to an empty marker that says the printed number."""
    ebook = specimen()
    pages = _links(_nav(ebook, "page-list"))
    numbers = [value(label) for label, _ in pages]
    assert numbers == list(range(7, 7 + len(pages)))
    assert len(pages) > 15
    for label, href in pages:
        name, _, ident = href.partition("#")
        marker = ebook.texts[name].find(f".//*[@id='{ident}']")
        assert (marker.get(TYPE), marker.get("role"), marker.get("aria-label")) == ("pagebreak", "doc-pagebreak", label)
        assert not "".join(marker.itertext())
        assert marker.tag == f"{XHTML}span"


def test_no_page_list_without_a_page_map() -> None:
    """D4: pages are never invented."""
    assert _nav(long_book(), "page-list") is None
    assert not long_book().meta("pageBreakSource")


def test_depth(ebook: Ebook) -> None:
    """D7: three levels at most."""

    def depth(element: Element) -> int:
        return max((depth(child) for child in element), default=0) + element.tag.endswith("}ol")

    assert 1 <= depth(_nav(ebook, "toc")) <= 3


def test_only_the_contents_are_seen(ebook: Ebook) -> None:
    """D8: landmarks and page list are hidden; the contents are a page of the book."""
    assert _nav(ebook, "toc").get("hidden") is None
    for kind in ("landmarks", "page-list"):
        nav = _nav(ebook, kind)
        assert nav is None or nav.get("hidden") is not None


def test_ncx_is_the_same_tree(ebook: Ebook) -> None:
    """B9, D9: same labels, same places, orders that rise, the same identifier, pages too."""
    root = ebook.tree("toc.ncx")
    points = root.findall(".//ncx:navPoint", NS)
    said = [(p.find("ncx:navLabel/ncx:text", NS).text, p.find("ncx:content", NS).get("src")) for p in points]
    assert said == _links(_nav(ebook, "toc"))
    uid = root.find(".//ncx:meta[@name='dtb:uid']", NS).get("content")
    assert uid == ebook.dublin_core("identifier")[0]
    targets = [
        (t.find(".//ncx:text", NS).text, t.find("ncx:content", NS).get("src")) for t in root.iter("{*}pageTarget")
    ]
    assert targets == _links(_nav(ebook, "page-list"))
    order: dict[str, str] = {}
    for element in (*points, *root.iter("{*}pageTarget")):
        src = element.find("ncx:content", NS).get("src")
        assert order.setdefault(src, element.get("playOrder")) == element.get("playOrder")
    assert sorted(map(int, order.values())) == list(range(1, len(order) + 1))


def test_article_stands_under_its_title() -> None:
    """D1: an article's contents begin with its title."""
    words, href = _links(_nav(seed(), "toc"))[0]
    assert href.endswith("#title")
    assert words == seed().dublin_core("title")[0].split(":")[0]
