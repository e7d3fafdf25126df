"""The printed page: sides, margins, folios, heads, lists, notes, tables, verse, all measured on the made file."""

import itertools
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from tests.pdf.reading import MM, Page

A5 = (148 * MM, 210 * MM)
INNER, OUTER = 20 * MM, 24 * MM
Pages = tuple[Page, ...]


def page_with(pages: Pages, words: str) -> Page:
    """Return the first page of the body that says some words."""
    return next(page for page in pages if page.number > 8 and page.says(words))


@pytest.mark.requirement("PAG-01", "PDF-01")
def test_the_file_turns_from_right_to_left(printed: Path) -> None:
    """Direction, language and title are said to the viewer."""
    with pikepdf.open(printed) as pdf:
        viewer = pdf.Root.ViewerPreferences
        assert viewer.Direction == "/R2L"
        assert viewer.DisplayDocTitle
        assert pdf.Root.Lang == "ar"
        assert pdf.docinfo.Title == "كتاب الاختبار"


@pytest.mark.requirement("PAG-02", "PAG-03")
def test_the_gutter_is_on_the_inner_side(pages: Pages) -> None:
    """Odd pages lie on the left: their inner margin is on the right; even pages the other way round."""
    for page in pages:
        line = next((x for x in page.lines if "ليمتلئ بها السطر" in x.words and x.words.endswith("يأتي")), None)
        if line is not None:
            inner = page.width - line.right if page.number % 2 else line.left
            outer = line.left if page.number % 2 else page.width - line.right
            assert inner == pytest.approx(INNER, abs=0.2)
            assert outer == pytest.approx(OUTER, abs=0.2)


@pytest.mark.requirement("PAG-04")
def test_chapters_open_on_a_recto_after_clean_blanks(pages: Pages) -> None:
    """Each opening is an odd page, and a blank before it carries nothing."""
    for label in ("الفصل الأول", "الفصل الثاني"):
        assert page_with(pages, label).number % 2 == 1
    blanks = [page for page in pages if not page.lines]
    assert [page.number for page in blanks] == [2, 4, 8, 10, 16]


@pytest.mark.requirement("PAG-05")
def test_running_heads_stand_on_the_outer_side(pages: Pages) -> None:
    """The book's title on even pages, at the right; the chapter's on odd ones, at the left."""
    even, odd = pages[11], pages[12]
    assert even.line("كتاب الاختبار").right == pytest.approx(even.width - OUTER, abs=0.3)
    assert odd.line("الحروف").left == pytest.approx(OUTER, abs=0.3)


@pytest.mark.requirement("PAG-06", "NUM-01", "NUM-07")
def test_folios_are_in_the_books_digits(pages: Pages) -> None:
    """They stand in the outer margin, or at the foot of an opening."""
    assert pages[11].lines[0].of("٠١")
    assert pages[11].lines[0].left > pages[11].width - OUTER
    assert pages[12].lines[0].right < OUTER
    opening = pages[10].lines[-1]
    assert opening.of("٩")
    assert (opening.left + opening.right) / 2 == pytest.approx((OUTER + pages[10].width - INNER) / 2, abs=0.5)


def test_the_trim_is_the_books(pages: Pages) -> None:
    """A5 unless the book says otherwise."""
    assert {(round(p.width), round(p.height)) for p in pages} == {(round(A5[0]), round(A5[1]))}


@pytest.mark.requirement("JUS-01")
def test_full_lines_are_flush_on_both_sides(pages: Pages) -> None:
    """Lines of running text end within a tenth of a point of the measure."""
    page = pages[12]
    lines = [x for x in page.lines if (x.glyphs[0].size > 12.5 and "هذه" in x.words) or "ليمتلئ" in x.words]
    full = [x for x in lines if x.left < OUTER + 20]
    assert len(full) >= 8
    for line in full:
        assert line.left == pytest.approx(OUTER, abs=0.1)
        assert line.right == pytest.approx(page.width - INNER, abs=0.1) or line.right == pytest.approx(
            page.width - INNER - 1.6 * 13, abs=0.1
        )


@pytest.mark.requirement("JUS-11")
def test_a_paragraph_is_indented_on_the_right(pages: Pages) -> None:
    """By 1.6 em, also after a heading."""
    page = page_with(pages, "الفصل الأول")
    first, second = page.line("هذه فقرة من كلام"), page.line("ليمتلئ بها السطر")
    assert second.right - first.right == pytest.approx(1.6 * 13, abs=0.1)


@pytest.mark.requirement("VRT-01")
def test_the_step_from_line_to_line_is_constant(pages: Pages) -> None:
    """21 pt, whatever a line holds (a bold word, a note's call, a number)."""
    page = pages[12]
    text = [x.baseline for x in page.lines if x.glyphs[0].size > 12.5]
    steps = {round(b - a, 1) for a, b in itertools.pairwise(text)}
    assert steps == {21.0}


@pytest.mark.requirement("CNT-01")
def test_lists_hang_on_the_right_and_step_to_the_left(pages: Pages) -> None:
    """Turned lines stand under the text, not under the marker; nested levels further in."""
    page = page_with(pages, "بند طويل")
    first, turned = page.line("بند طويل"), page.line("نصه لا تحت رقمه")
    assert turned.right < first.right - 5
    nested, deeper, deepest = page.line("نقطة"), page.line("جوفاء"), page.line("شرطة")
    assert nested.right > deeper.right > deepest.right


@pytest.mark.requirement("NOT-01", "NOT-04")
def test_a_note_is_called_in_parentheses_and_set_at_the_right(pages: Pages) -> None:
    """The call is raised and on the left of its word; the note stands below, its number at the right."""
    page = page_with(pages, "كلمة فيها حاشية")
    line, note = page.line("كلمة فيها حاشية"), page.line("نص الحاشية الأولى")
    call = next(x for x in page.lines if x.glyphs[0].size < 8 and x.of("١") and x.baseline > 60)
    assert 2 < line.baseline - call.baseline < 5
    word = min(g.x0 for g in line.glyphs if g.x0 > call.right)
    assert word - call.right < 3
    assert note.baseline > line.baseline
    number = note.of("١")[0]
    assert number.x0 > min(g.x0 for g in note.glyphs if g.text == "ن")


@pytest.mark.requirement("NOT-02")
def test_note_numbers_restart_with_the_chapter(pages: Pages) -> None:
    """The second chapter's first note is (١) again."""
    last = page_with(pages, "كلمة أخرى")
    assert any(x.of("١") and x.glyphs[0].size < 8 for x in last.lines)


@pytest.mark.requirement("CAP-01")
def test_captions_are_numbered_in_words_and_digits(pages: Pages) -> None:
    """شكل ١ and جدول ١ stand on the page of their object."""
    page = page_with(pages, "جدول للتجربة")
    assert page.line("جدول").of("١")
    assert page.line("رسم للتجربة").of("١")


@pytest.mark.requirement("TAB-01")
def test_the_first_column_is_the_rightmost(pages: Pages) -> None:
    """Columns run from right to left."""
    row = page_with(pages, "جدول للتجربة").line("يمينيسار")
    places = [row.words.index(word) for word in ("يمين", "يسار")]
    assert places == sorted(places)


@pytest.mark.requirement("NUM-09")
def test_numbers_line_up_at_their_units(pages: Pages) -> None:
    """120 and 7 end at the same place on the right of their column."""
    page = page_with(pages, "جدول للتجربة")
    ends = [max(g.x1 for g in page.line(words).of("0127٠١٢٧")) for words in ("يمينيسار", "كلامكلام")]
    assert ends[0] == pytest.approx(ends[1], abs=0.1)


@pytest.mark.requirement("POE-01", "POE-02", "POE-05")
def test_hemistichs_are_flush_in_two_equal_columns(pages: Pages) -> None:
    """First half at the right; both edges of both halves straight, whatever their words are."""
    page = page_with(pages, "قفا نبك")
    bayts = [page.line("قفا نبك"), page.line("ففاضت دموع")]
    middle = [x.of("◆")[0] for x in bayts]
    assert bayts[0].words.index("قفا") < bayts[0].words.index("بسقط")
    for bayt, dot in zip(bayts, middle, strict=True):
        right = max(g.x1 for g in bayt.glyphs) - dot.x1
        left = dot.x0 - min(g.x0 for g in bayt.glyphs)
        assert right == pytest.approx(left, abs=2)
    assert bayts[0].left == pytest.approx(bayts[1].left, abs=0.3)
    assert bayts[0].right == pytest.approx(bayts[1].right, abs=0.3)


@pytest.mark.requirement("EMP-03")
def test_bold_is_a_face_of_its_own(pages: Pages) -> None:
    """No face is thickened by the engine."""
    line = page_with(pages, "غليظ").line("غليظ")
    assert {"Bold" in g.font for g in line.glyphs if g.text.strip()} == {True, False}


@pytest.mark.requirement("QUR-03", "NUM-12")
def test_the_quran_stands_in_its_brackets(pages: Pages) -> None:
    """The opening bracket at the right, the reference below in square brackets."""
    page = page_with(pages, "قل هو الله")
    line = page.line("قل هو الله")
    assert line.of("﴿")[0].x0 > line.of("﴾")[0].x0
    assert page.line("[الإخلاص").baseline > line.baseline


@pytest.mark.requirement("TOC-01")
def test_the_contents_have_title_leader_and_folio(pages: Pages) -> None:
    """Titles at the right, folios in one column at the left, each the folio of its chapter."""
    contents = next(page for page in pages if page.says("المحتويات"))
    rows = [x for x in contents.lines if x.of("٠١٢٣٤٥٦٧٨٩") and x.baseline < 500]
    assert len({round(x.left, 1) for x in rows}) == 1
    printed = {"تمهيد": "٧", "الحروف": "٩", "النهاية": "٥١"}
    for title, folio in printed.items():
        row = contents.line(title)
        assert row.words.endswith(folio)


@pytest.mark.requirement("PDF-05")
def test_links_cover_their_words(printed: Path) -> None:
    """Every link is inside its page and wide enough for a finger's words."""
    with pymupdf.open(printed) as pdf:
        links = [(page, link) for page in pdf for link in page.get_links()]
        assert links
        for page, link in links:
            assert link["from"] in page.rect
            assert link["from"].width > 3


@pytest.mark.requirement("TOC-02")
def test_bookmarks_follow_the_book(printed: Path) -> None:
    """Labels and titles as in the contents, in reading order."""
    with pymupdf.open(printed) as pdf:
        marks = [(level, title) for level, title, _ in pdf.get_toc()]
    assert marks[0] == (1, "تمهيد")
    assert (1, "الفصل الأول الحروف") in marks
    assert (2, "أولًا القوائم") in marks
    assert marks.index((1, "الفصل الأول الحروف")) < marks.index((1, "الفصل الثاني النهاية"))


@pytest.mark.requirement("PDF-02")
def test_the_file_is_tagged(printed: Path) -> None:
    """A structure tree with headings, paragraphs, lists, tables and notes."""
    with pikepdf.open(printed) as pdf:
        assert pdf.Root.MarkInfo.Marked
        roles = {str(o.S) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/StructElem"}
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Note", "/Figure"} <= roles


@pytest.mark.requirement("SHP-17", "SHP-08")
def test_only_the_books_faces_are_used(printed: Path) -> None:
    """Every font is embedded, and none is a fallback of the system."""
    with pymupdf.open(printed) as pdf:
        fonts = {font[3] for page in pdf for font in page.get_fonts()}
    assert fonts
    assert all(any(name in font for name in ("Amiri-1", "Plex", "Nuqta")) for font in fonts)
