"""Ends of lines at many measures: what may not begin or end one, what may not be parted, what stays flush."""

import itertools
import re
from pathlib import Path

import pytest
from tests.pdf.reading import MM, Glyph, Line
from tests.requirements.setting import MARGIN, Setting, set_at

CLOSING = "،؛:؟!.…»›)]}﴾"
OPENING = "«‹([{﴿"
EDGE = (170 - MARGIN) * MM
PARAGRAPHS = {
    "signs": "قال (أبو حيان): «يا بني، أتعرف ما في هذا الكتاب؟» فقلت: لا! ثم قرأت فيه (وكان بخطّه)؛ فإذا هو [تاريخ بغداد]، "
    "وفيه: «حدّثنا ‹الشيخ› قال...» إلى آخره. " * 2,
    "quran": "وفي التنزيل ﴿قُلْ هُوَ اللَّهُ أَحَدٌ ۝١ اللَّهُ الصَّمَدُ ۝٢ لَمْ يَلِدْ وَلَمْ يُولَدْ ۝٣﴾ وقال النبي ﷺ في الحديث ما معناه كذا، ثم قال ﷺ كلامًا آخر. "
    * 2,
    "numbers": "وُلد د. طه حسين سنة ١٣٠٦ هـ وطُبع كتابه في ص ٤٥ من ج ٢، ووزنه ١٢ كغ وثمنه ٣٠ دولارًا في ط ٢، ومات سنة ١٣٩٣ هـ أي ١٩٧٣ م كما في ص ١٢. "
    * 2,
    "prefixes": "كُتب البرنامج بـPython وبلغة C++ وPerl وقُرئ كـ HTML وأُرسل لـ 42 قارئًا وبـ 7 نسخ وlinux أيضًا والسلام عليكم. "
    * 2,
    "codes": "نُشر في 2024-05-17 وفي 17/5/2024 برقم 978-9953-00-123-4 وهاتفه +961 1 234 567 وبين الصفحات 15-20 و١٩٨٠–١٩٩٠ والرمز 400-S والمقياس 5.56×45 كما ترى. "
    * 2,
    "elements": "هذا <b>كلام غليظ</b> و<em>مؤكّد</em> وفيه <a href='#a'>رابط طويل إلى موضع</a> و<code>code[0]</code> وحاشية<sup>(١)</sup> ثم كلام بعدها يملأ السطر. "
    * 2,
}
Settings = list[Setting]


@pytest.fixture(scope="module")
def sweep(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Every paragraph at every measure."""
    return set_at(PARAGRAPHS, tmp_path_factory.mktemp("sweep"))


def of(sweep: Settings, *names: str) -> Settings:
    """Return the settings of some paragraphs."""
    return [one for one in sweep if one.name in names]


def ends(sweep: Settings) -> set[str]:
    """Return every word that ends a line somewhere."""
    return {line.words.split()[-1] for one in sweep for line in one.lines}


@pytest.mark.requirement("PUN-03")
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(sweep: Settings) -> None:
    """At every measure; and each word of the paragraph does come to the end of a line in some."""
    for one in of(sweep, "signs", "quran"):
        for words in one.text_lines:
            assert words[0] not in CLOSING, (one.width, words)
            assert words[-1] not in OPENING, (one.width, words)
    assert len(ends(of(sweep, "signs"))) > 15


@pytest.mark.requirement("QUR-01", "QUR-04")
def test_honorifics_and_signs_of_ayat_are_held_to_the_word_before(sweep: Settings) -> None:
    """Neither ﷺ nor ۝ ever begins a line."""
    found = [words for one in of(sweep, "quran") for words in one.text_lines]
    assert sum("ﷺ" in words for words in found) > 20
    assert not [words for words in found if words.startswith(("ﷺ", "\u06dd"))]


@pytest.mark.requirement("NUM-08", "LBK-04")
def test_numbers_are_held_to_their_words(sweep: Settings) -> None:
    """No line ends between a number and its unit, era, abbreviation or title."""
    for one in of(sweep, "numbers"):
        for upper, lower in itertools.pairwise(one.text_lines):
            first, last = lower.split()[0].strip("،."), upper.split()[-1]
            assert last not in ("د.", "ص", "ج", "ط"), (one.width, upper)
            assert first not in ("كغ", "دولارا", "هـ", "ه", "م"), (one.width, lower)


@pytest.mark.requirement("LBK-05")
def test_a_prefix_stays_with_its_word(sweep: Settings) -> None:
    """و and بـ before a Latin word or a number never end a line."""
    for one in of(sweep, "prefixes"):
        for words in one.text_lines:
            assert not re.search(r"(?:^|\s)[وبكل]ـ?$", words), (one.width, words)
    assert len(ends(of(sweep, "prefixes"))) > 12


@pytest.mark.requirement("LBK-06")
def test_dates_ranges_codes_and_telephones_are_not_broken(sweep: Settings) -> None:
    """Each stands whole on one line, at every measure."""
    wanted = ("2024-05-17", "978-9953-00-123-4", "+9611234567", "20–15", "400-S", "5.56×45")
    for one in of(sweep, "codes"):
        shown = ["".join(glyph.text for glyph in line.glyphs if glyph.text.strip()) for line in one.lines]
        bare = [re.sub("[\u200b-\u200f\u2060\u00a0]", "", text) for text in shown]
        for token in wanted:
            assert sum(text.count(token) for text in bare) == 2, (one.width, token)


@pytest.mark.requirement("LBK-02")
def test_lines_break_at_spaces_only(sweep: Settings) -> None:
    """The words of the lines, taken together, are the words of the paragraph: none was cut."""
    for name in ("signs", "numbers", "prefixes"):
        first, *others = [" ".join(one.text_lines).split() for one in of(sweep, name)]
        assert len(first) > 30
        assert all(words == first for words in others)


@pytest.mark.requirement("JUS-01", "JUS-08")
def test_lines_with_elements_are_as_flush_as_the_others(sweep: Settings) -> None:
    """Bold words, links, code, raised calls and numbers: both edges stay within a tenth of a point."""
    checked = 0
    for one in of(sweep, "elements", "numbers"):
        for line in main_lines(one)[:-1]:
            parts = [part for part in one.lines if 0 <= line.baseline - part.baseline < 8]
            assert max(part.right for part in parts) == pytest.approx(EDGE, abs=0.1), (one.width, line.words)
            assert min(part.left for part in parts) == pytest.approx(EDGE - one.width, abs=0.1), (one.width, line.words)
            checked += 1
    assert checked > 150


@pytest.mark.requirement("VRT-01")
def test_raised_calls_code_and_bold_do_not_move_the_lines(sweep: Settings) -> None:
    """The step is 21 pt in every paragraph."""
    for one in sweep:
        steps = [b.baseline - a.baseline for a, b in itertools.pairwise(main_lines(one))]
        assert all(step == pytest.approx(21, abs=0.05) for step in steps), (one.name, one.width, steps)


def main_lines(one: Setting) -> list[Line]:
    """Return the lines of a paragraph without the raised calls, which have baselines of their own."""
    return [line for line in one.lines if max(glyph.size for glyph in line.glyphs) > 11]


@pytest.mark.requirement("JUS-03")
@pytest.mark.parametrize("kashida", ["none", "full"])
def test_justification_opens_no_gap_inside_a_word(kashida: str, tmp_path: Path) -> None:
    """Letters of a word touch in a justified line as they do in a ragged one."""
    text = {
        "plain": "خرج المسافر من المدينة بعد الفجر وسار مع القافلة حتى بلغ الوادي الكبير، فنزل عند البئر يستقي ويستريح. "
        * 3
    }
    for one in set_at(text, tmp_path, widths=(60, 83, 111), kashida=kashida):
        for line in one.lines:
            for left, right in itertools.pairwise(drawn(line)):
                is_inside = left.text.strip() and right.text.strip()
                assert not is_inside or right.x0 - left.x1 < 0.25, (one.width, line.words, left, right)


def drawn(line: Line) -> list[Glyph]:
    """Return the glyphs that take room, spaces among them, leftmost first."""
    return sorted((glyph for glyph in line.glyphs if glyph.x1 - glyph.x0 > 0.05), key=lambda glyph: glyph.x0)


@pytest.mark.requirement("TAB-02")
def test_borders_and_paddings_of_cells_are_mirrored(tmp_path: Path) -> None:
    """A rule at the start of a cell stands on its right; in a collapsed table the outer one is the table's right edge."""
    import pymupdf

    table = "<table><tr><td>أول</td><td>ثان</td><td>ثالث</td></tr></table>"
    css = "table { border-collapse: collapse; width: 100% } td { width: 33%; border-inline-start: 2pt solid #f00; padding-inline-start: 9pt }"
    (one,) = set_at({"table": table}, tmp_path, css, widths=(120,))
    with pymupdf.open(tmp_path / "set.pdf") as pdf:
        rules = sorted(
            {round(drawing["rect"].x1, 1) for drawing in pdf[0].get_drawings() if drawing["rect"].height > 5}
        )
    (line,) = one.lines
    words = {word: [g for g in line.glyphs if g.text in word] for word in ("أول", "ثان")}
    assert len(rules) == 3
    assert rules[-1] == pytest.approx(EDGE, abs=1.1)
    right = max(glyph.x1 for glyph in words["أول"])
    assert 8 < rules[-1] - right < 12.5
    assert line.words.index("أول") < line.words.index("ثان") < line.words.index("ثالث")
