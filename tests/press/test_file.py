"""The file as a whole: sound, right to left, with outline, labels, metadata; and what a variant claims."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from tests.press.books import chapter, job_of, print_alone, small_book, small_pressed

from publisher.press.job import Mark, Unit


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.mark.tool("qpdf")
def test_qpdf_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(small_pressed().pdf)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "WARNING" not in checked.stdout + checked.stderr


def test_opens_right_to_left_with_its_outline() -> None:
    pdf = opened(small_pressed().pdf)
    root = pdf.Root
    assert root.ViewerPreferences.Direction == "/R2L"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert root.PageLayout == "/TwoPageRight"
    assert root.PageMode == "/UseOutlines"
    assert str(root.Lang) == "ar"


def test_opens_left_to_right_for_another_language() -> None:
    pressed = print_alone(
        job_of(Unit("u", '<p id="u-h">Some words.</p>'), language="en", direction="ltr", numerals="latn")
    )
    assert opened(pressed.pdf).Root.ViewerPreferences.Direction == "/L2R"


def test_outline_leads_to_the_headings() -> None:
    pressed = small_pressed()
    pdf = opened(pressed.pdf)
    with pdf.open_outline() as outline:
        items = list(outline.root)
    pages = [page.obj.objgen for page in pdf.pages]
    assert [str(item.title) for item in items] == ["باب c1", "باب c2", "باب c3"]
    for index, item in enumerate(items, 1):
        assert item.destination is not None
        assert pages.index(item.destination[0].objgen) == pressed.page_map[f"c{index}-h"][0]


def test_outline_is_a_tree_even_where_a_level_is_skipped() -> None:
    marks = (Mark("أ", "c1-h", 1), Mark("ب", "c1-p1", 3), Mark("ج", "c1-p2", 2), Mark("د", "c2-h", 1))
    pressed = print_alone(job_of(chapter(1, 60, count=2), chapter(2, 60, count=2), outline=marks))
    with opened(pressed.pdf).open_outline() as outline:
        shape = [(str(item.title), [str(child.title) for child in item.children]) for item in outline.root]
    assert shape == [("أ", ["ب", "ج"]), ("د", [])]


def test_labels_are_the_printed_folios() -> None:
    pressed = small_pressed()
    labels = [page.label for page in opened(pressed.pdf).pages]
    assert labels == list(pressed.folios)
    assert labels[:3] == ["١", "٢", "٣"]


def test_labels_of_a_cover_and_of_european_digits() -> None:
    cover = Unit("cover", "<p>الغلاف</p>", series="none")
    text = Unit("u", '<p id="u-h">نص</p>')
    assert [p.label for p in opened(print_alone(job_of(cover, text)).pdf).pages] == ["الغلاف", "الغلاف ٢", "١"]
    latin = print_alone(job_of(cover, text, numerals="latn"))
    assert [p.label for p in opened(latin.pdf).pages] == ["الغلاف", "الغلاف 2", "1"]


def test_every_place_has_its_name() -> None:
    pressed = small_pressed()
    pdf = opened(pressed.pdf)
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    pages = [page.obj.objgen for page in pdf.pages]
    assert {str(name) for name in names} == set(pressed.page_map)
    assert all(pages.index(place[0].objgen) == pressed.page_map[str(name)][0] for name, place in names.items())


def test_many_names_are_found_through_the_leaves_of_the_tree() -> None:
    anchors = "".join(f'<p id="u-{i}">سطر</p>' for i in range(200))
    pdf = opened(print_alone(job_of(Unit("u", f'<section id="u-h">{anchors}</section>'))).pdf)
    assert "/Kids" in pdf.Root.Names.Dests
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    assert "u-137" in names
    assert len(list(names)) == 201


def test_links_name_places_that_exist() -> None:
    pdf = opened(small_pressed().pdf)
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    links = [a for page in pdf.pages for a in page.obj.get("/Annots", [])]
    assert len(links) == 6
    assert all(str(link.Dest) in names and link.F == 4 and str(link.Contents) == "صفحة" for link in links)


def test_information_and_xmp_say_the_same_and_no_clock_is_read() -> None:
    pdf = opened(small_pressed().pdf)
    with pdf.open_metadata() as said:
        assert said["dc:title"] == "كتاب الاختبار"
        assert said["dc:creator"] == ["كاتب أول", "كاتبة ثانية"]
    assert str(pdf.docinfo.Title) == "كتاب الاختبار"
    assert "/CreationDate" not in pdf.docinfo
    assert b"xmp:CreateDate" not in pdf.Root.Metadata.read_bytes()


def test_date_comes_from_the_job() -> None:
    pdf = opened(print_alone(job_of(chapter(1, 20, count=1), date="2024-05-07")).pdf)
    assert str(pdf.docinfo.CreationDate) == "D:20240507"
    assert b"<xmp:CreateDate>2024-05-07<" in pdf.Root.Metadata.read_bytes()


def test_identity_comes_from_the_content() -> None:
    first, second = (opened(print_alone(job_of(chapter(1, n, count=1))).pdf).trailer.ID[0] for n in (20, 21))
    assert bytes(first) != bytes(second)


def test_blank_pages_before_a_recto_are_bare() -> None:
    pressed = small_pressed()
    pdf = opened(pressed.pdf)
    bare = [i for i, page in enumerate(pdf.pages) if "/Contents" not in page.obj]
    opens = [pressed.page_map[f"c{i}-h"][0] for i in (1, 2, 3)]
    assert all(page % 2 == 0 for page in opens)
    assert bare
    assert all(page + 1 in opens for page in bare)
    assert all(pdf.pages[page].obj.MediaBox == pdf.pages[0].obj.MediaBox for page in bare)


def test_a_missing_target_makes_no_file() -> None:
    pressed = print_alone(job_of(Unit("u", '<p id="u-h">انظر <a class="pr" href="#nowhere">٨٨</a></p>')))
    assert pressed.pdf == b""
    assert [d.code for d in pressed.diagnostics] == ["missing-target"]
    pressed = print_alone(small_book(outline=(Mark("باب", "gone", 1),)))
    assert (pressed.pdf, [d.code for d in pressed.diagnostics]) == (b"", ["missing-target"])


def content_of(data: bytes) -> bytes:
    pdf = opened(data)
    return b"\n".join(part.read_bytes() for part in pdf.pages[0].Contents)


def test_a_rule_of_dots_is_one_line() -> None:
    """WeasyPrint draws each dot as four curves: a contents took more room than a chapter."""
    rows = '<div class="dots"></div>' * 20
    sheet = ".dots { border-bottom: 1pt dotted #777; height: 4mm }"
    unit = Unit("u", f'<section id="u-h">{rows}</section>')
    content = content_of(print_alone(job_of(unit, sheet=sheet)).pdf)
    assert content.count(b"[ 0 ") + content.count(b"[0 ") == 20
    assert b" c\n" not in content
    assert len(content) < 6000


@pytest.mark.parametrize("more", ["border-radius: 2mm", "border-right: 1pt solid", "visibility: hidden", "columns: 2"])
def test_other_borders_are_left_to_the_engine(more: str) -> None:
    sheet = f".dots {{ border-bottom: 1pt dotted #777; height: 4mm; width: 40mm; {more} }}"
    unit = Unit("u", '<section id="u-h"><div class="dots">نص</div></section>')
    content = content_of(print_alone(job_of(unit, sheet=sheet)).pdf)
    assert b"[ 0 " not in content
    assert b"[0 " not in content
    assert (b" c\n" in content) == (more != "visibility: hidden")
