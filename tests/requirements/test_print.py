"""The printed book of hard places, measured on its glyphs, its ink and its objects."""

import itertools
import re

import pikepdf
import pytest
from tests.pdf.reading import MM, Line
from tests.requirements.conftest import Editions
from tests.requirements.ink import DOTS, ink_of

from publisher.config import FontSettings
from publisher.editions.pdf.sheet import stacks
from publisher.fonts.choosing import choose
from publisher.fonts.coverage import characters_of

A5_WIDTH, INNER, OUTER = 148 * MM, 20 * MM, 24 * MM


@pytest.mark.requirement("DIA-04")
def test_no_ink_of_a_line_touches_the_next_in_vocalised_text(vocalised: Editions) -> None:
    """Between two baselines there is a row without any ink, on every page."""
    checked = 0
    for page in vocalised.pages[6:]:
        ink = ink_of(vocalised.pdf, page.number)
        text = [line for line in page.lines if line.right - line.left > 150 and line.glyphs[0].size > 12]
        for upper, lower in itertools.pairwise(text):
            if lower.baseline - upper.baseline < 40:
                between = ink.crop(0, upper.baseline, page.width, lower.baseline)
                assert not all(between.shares), (page.number, upper.words)
                checked += 1
    assert checked > 8


@pytest.mark.requirement("DIA-04")
def test_no_ink_of_a_line_touches_the_next_in_plain_text(book: Editions) -> None:
    """The same at the usual leading of text without vowels."""
    page = book.page("قسم الهواء")
    ink = ink_of(book.pdf, page.number)
    text = [line for line in page.lines if line.right - line.left > 250]
    for upper, lower in itertools.pairwise(text):
        if lower.baseline - upper.baseline < 25:
            assert not all(ink.crop(0, upper.baseline, page.width, lower.baseline).shares)


@pytest.mark.requirement("VRT-03")
def test_latin_is_sized_to_look_equal_on_one_baseline(book: Editions) -> None:
    """Between 85 and 95 hundredths of the Arabic, and no line for itself."""
    line = book.page("في وسط السطر العربي").line("في وسط السطر العربي")
    latin = {glyph.size for glyph in line.glyphs if glyph.text in "Hxgd"}
    arabic = {glyph.size for glyph in line.glyphs if glyph.text in "السطر"}
    assert len(latin) == len(arabic) == 1
    assert 0.85 <= latin.pop() / arabic.pop() <= 0.95
    assert {round(glyph.baseline, 2) for glyph in line.glyphs} == {round(line.baseline, 2)}


@pytest.mark.requirement("VRT-04")
def test_the_arabic_face_is_first_in_every_stack_of_text() -> None:
    """Text and headings; a stack of code has the text's face behind its own."""
    faces, _ = choose(FontSettings())
    named = {role: re.findall('"([^"]+)"', str(stack)) for role, stack in stacks(faces).items()}
    for role in ("naskh", "qalam"):
        assert set("ابجد") <= characters_of(faces.of_family(named[role][0])[0])
    assert named["mono"][1:] == named["naskh"][:1]


@pytest.mark.requirement("SHP-15")
def test_the_language_reaches_the_shaper(book: Editions) -> None:
    """The same three digits are drawn otherwise in Urdu than in Persian."""
    page = book.page("كلمة فارسية")
    ink = ink_of(book.pdf, page.number)
    places = [(line, glyph) for line in page.lines for glyph in line.of("۷")]
    assert len(places) == 2
    first, second = (
        ink.crop(glyph.x0 - 0.2, line.baseline - 11, glyph.x0 + 6.3, line.baseline + 3) for line, glyph in places
    )
    assert first.amount
    assert second.amount
    assert first.differing(second) > 0.2 * first.amount


@pytest.mark.requirement("QUR-06")
def test_a_verse_its_brackets_and_its_reference_stand_on_one_page(book: Editions) -> None:
    """Twelve of them among paragraphs of many lengths: none is parted."""
    found = 0
    for page in book.pages:
        opened = sum(len(line.of("﴿")) for line in page.lines)
        closed = sum(len(line.of("﴾")) for line in page.lines)
        references = sum("[الإخلاص" in line.words for line in page.lines)
        assert opened == closed == references
        found += opened
    assert found == 12


@pytest.mark.requirement("QUR-08")
def test_a_basmala_is_a_centred_line_of_its_own(book: Editions) -> None:
    """In the middle of the measure, and within it."""
    page = book.page("﷽")
    line = page.line("﷽")
    assert line.words == "﷽"
    assert (line.left + line.right) / 2 == pytest.approx((OUTER + page.width - INNER) / 2, abs=0.2)
    assert line.left > OUTER
    assert line.right < page.width - INNER


@pytest.mark.requirement("LBK-07")
def test_headings_stay_with_their_text_and_no_line_stands_alone(book: Editions) -> None:
    """No page ends with a heading; no paragraph leaves one line behind or takes one along; no last line of one word."""
    bodies = [
        [line for line in page.lines if 60 < line.baseline < 535 and line.glyphs[0].size > 9]
        for page in book.pages[10:]
    ]
    assert sum(line.words.startswith("قسم") for lines in bodies for line in lines) == 12
    for upper, lower in itertools.pairwise(filter(None, bodies)):
        assert not upper[-1].words.startswith("قسم")
        is_display = lower[0].words.startswith("قسم") or lower[0].of("﴿")
        if not opens(lower[0]) and not is_display:
            assert not opens(upper[-1]), "the first line of a paragraph is left behind"
            assert not opens(lower[1]), "the last line of a paragraph stands at the head of a page"
    last = [line.words for lines in bodies for line in lines if line.words.endswith("حاجته.")]
    assert last
    assert all(len(words.split()) > 1 for words in last)


def opens(line: Line) -> bool:
    """Whether a line of text is the first of its paragraph: it stands in from the right edge of its page."""
    edge = A5_WIDTH - (INNER if line.left > (INNER + OUTER) / 2 else OUTER)
    return edge - 24 < line.right < edge - 12 and not line.of("﴿")


@pytest.mark.requirement("EMP-04")
def test_an_underline_keeps_clear_of_dots_and_tails(book: Editions) -> None:
    """Under حج يج جح يح, whose tails and dots hang low, there is white between ink and rule."""
    page = book.page("تحتها خط")
    line = page.line("تحتها خط")
    tails = [glyph for glyph in line.glyphs if glyph.text in "جحي" and glyph.x1 < 321]
    ink = ink_of(book.pdf, page.number)
    left, right = min(glyph.x0 for glyph in tails), max(glyph.x1 for glyph in tails)
    shares = ink.crop(left, line.baseline, right, line.baseline + 13).shares
    (rule,) = _stretches([share > 0.75 for share in shares])
    assert rule[1] - rule[0] <= DOTS
    assert not any(shares[rule[0] - DOTS // 2 : rule[0]])
    assert any(shares[: rule[0]])
    assert not any(shares[rule[1] :])


def _stretches(rows: list[bool]) -> list[tuple[int, int]]:
    """Return where rows are set, stretch by stretch."""
    found = []
    for is_set, group in itertools.groupby(enumerate(rows), key=lambda pair: pair[1]):
        numbers = [index for index, _ in group]
        if is_set:
            found.append((numbers[0], numbers[-1] + 1))
    return found


@pytest.mark.requirement("NOT-03")
def test_a_short_rule_at_the_right_parts_notes_from_text(book: Editions) -> None:
    """24 mm long, from the right edge of the measure, over the first note."""
    page = book.page("نص الحاشية الوحيدة")
    note = page.line("نص الحاشية الوحيدة")
    band = ink_of(book.pdf, page.number).crop(0, note.baseline - 24, page.width, note.baseline - 11)
    ((start, end),) = {(row.index(1), row.rindex(1)) for row in band.rows if 1 in row}
    assert end / DOTS == pytest.approx(page.width - OUTER, abs=0.6)
    assert (end - start) / DOTS == pytest.approx(24 * MM, abs=0.8)


@pytest.mark.requirement("COD-01")
def test_a_program_runs_from_left_to_right_in_a_fixed_width_face(book: Editions) -> None:
    """Its lines begin at the left; the Arabic of its comment is shaped and reads from the right."""
    page = book.page("تعليق عربي")
    comment = page.line("تعليق عربي")
    program = next(line for line in page.lines if "".join(g.text for g in line.glyphs).startswith("print(x)"))
    assert comment.left == pytest.approx(program.left, abs=0.1)
    assert comment.left < OUTER + 15
    assert "".join(glyph.text for glyph in comment.glyphs).startswith("x = 42")
    fixed = [
        glyph for line in (comment, program) for glyph in line.glyphs if glyph.text.isascii() and glyph.text.strip()
    ]
    assert {glyph.font for glyph in fixed} == {"IBM-Plex-Mono-1"}
    assert len({round(glyph.x1 - glyph.x0, 1) for glyph in fixed}) == 1
    arabic = [glyph for glyph in comment.glyphs if glyph.text in "تعليقعربي"]
    first = max(arabic, key=lambda glyph: glyph.x0)
    assert first.text == "ت"
    assert all(b.x0 - a.x1 < 0.2 for a, b in itertools.pairwise(arabic[:4]))


@pytest.mark.requirement("MAT-02")
def test_a_formula_is_a_drawing_with_its_source_as_alternative(book: Editions) -> None:
    """Outlines on the page; the structure says what they mean."""
    with pikepdf.open(book.pdf) as pdf:
        said = {str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o}
    assert "a^2+b^2=c^2" in said


@pytest.mark.requirement("CNT-10", "NOT-01")
def test_brackets_round_a_number_are_mirrored(book: Editions) -> None:
    """The opening bracket of a call stands right of its number, the closing one left of it."""
    for words in ("كلمة لها حاشية", "نص الحاشية الوحيدة"):
        page = book.page(words)
        base = page.line(words).baseline
        line = next(x for x in page.lines if -1 < base - x.baseline < 6 and x.of("١") and x.of("("))
        ((opening,), (number,), (closing,)) = line.of("("), line.of("١"), line.of(")")
        assert closing.x1 <= number.x0 + 0.1
        assert number.x1 <= opening.x0 + 0.1


@pytest.mark.requirement("TAB-04")
def test_flexible_rows_run_from_right_to_left(book: Editions) -> None:
    """A row of the contents: label, title, leader, folio; the label and title of a section likewise."""
    contents = next(page for page in book.pages if page.says("المحتويات"))
    for line in (x for x in contents.lines if "الفصل" in x.words):
        label, title, folio = (
            line.words.index(word) for word in ("الفصل", "م" if "المواضع" in line.words else "الأقسام", line.words[-1])
        )
        assert label < title < folio
        assert line.left == pytest.approx(OUTER, abs=0.5)
        assert line.right == pytest.approx(contents.width - INNER, abs=0.5)


@pytest.mark.requirement("PAG-09")
def test_spreads_show_page_one_alone(book: Editions) -> None:
    """Viewers are told to show two pages at once with the first by itself, turning from the right."""
    with pikepdf.open(book.pdf) as pdf:
        assert pdf.Root.PageLayout == "/TwoPageRight"
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
