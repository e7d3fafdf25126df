"""The content documents: Arabic in markup, notes, verse, tables, levels of headings (E1…E13, F1…F7)."""

import itertools
import re

import pytest
from lxml import etree
from tests.epub.ebook import NS, SPECIMEN, TYPE, Ebook, Element, long_book, made, materials, prepared, specimen

from publisher.arabic.letters import ZWJ, is_presentation_form, joining_type

XHTML = f"{{{NS['x']}}}"
LRM = "\u200e"
INLINE = {
    f"{XHTML}{name}"
    for name in ["a", "b", "bdi", "em", "strong", "span", "sup", "sub", "s", "ins", "mark", "i", "u", "code"]
}


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


@pytest.mark.requirement("EPB-02")
def test_every_document_says_language_and_direction(ebook: Ebook) -> None:
    """E1: `lang`, `xml:lang`, `dir` on the root, and a title."""
    for name, root in ebook.texts.items():
        assert (root.get("lang"), root.get("dir")) == ("ar", "rtl"), name
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
        assert root.find("x:head/x:title", NS).text.strip()


@pytest.mark.requirement("EPB-02")
def test_both_attributes_of_language_everywhere(ebook: Ebook) -> None:
    """E1, E2: `xml:lang` beside each `lang`."""
    for element in ebook.all("//*[@lang]"):
        assert element.get("lang") == element.get("{http://www.w3.org/XML/1998/namespace}lang")


def test_foreign_words_are_isolated(ebook: Ebook) -> None:
    """E2: each run of Latin letters in Arabic text stands in a `bdi` with language, direction and a mark at its end."""
    runs = ebook.all("//x:bdi[@dir='ltr']")
    assert runs or "jiran" in str(ebook.names)
    for run in runs:
        text = "".join(run.itertext())
        assert text.endswith(LRM), text
        if re.search("[A-Za-z]{2}", text) and run.find("x:code", NS) is None:
            assert run.get("lang"), text
    for element in ebook.all("//x:p[not(ancestor-or-self::*[@dir='ltr'])]/text()"):
        assert not re.search("[A-Za-z]{2}", str(element)), element


def test_no_bidi_controls_but_the_marks(ebook: Ebook) -> None:
    """E2: no embeddings, overrides, isolates as characters."""
    for name in ebook.texts:
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", ebook.text(name)), name


def test_neighbouring_foreign_words_stay_two() -> None:
    """E2: a list of Latin names runs from right to left also where no `bdi` is known."""
    line = next(p for p in specimen().all("//x:p") if "Amiri" in "".join(p.itertext()) and len(p) == 2)
    assert (line[0].tail, line[1].tag.rpartition("}")[2]) == ("\u200f، ", "bdi")


def test_code_is_copied_clean() -> None:
    """E2: marks of direction stand beside code, not in it."""
    for code in long_book().all("//x:code"):
        assert LRM not in "".join(code.itertext())


def test_joined_across_elements(ebook: Ebook) -> None:
    """E3: where an element parts a joined word, both sides carry a joiner; Qur'anic words carry none (E9)."""
    for element in ebook.all("//x:p//*"):
        parent = element.getparent()
        if element.tag not in INLINE or "quran" in (parent.get("class") or "") or not (element.text and parent.text):
            continue
        before, after = parent.text, element.text
        if parent[0] is element and _joins(before, after):
            assert before.endswith(ZWJ), before[-20:]
            assert after.startswith(ZWJ), after[:20]


def test_a_word_in_two_elements_has_joiners() -> None:
    """E3: the case that the rule speaks of is there."""
    (strong,) = long_book().all("//x:p/x:strong")
    previous = strong.getprevious()
    assert previous.tail.endswith(f"كت{ZWJ}")
    assert strong.text == f"{ZWJ}اب"
    (em,) = [e for e in specimen().all("//x:em") if "المنسوب" in (e.text or "")]
    assert not em.text.startswith(ZWJ)


def _joins(before: str, after: str) -> bool:
    return joining_type(before[-1]) in "DC" and joining_type(after[0]) in "DRC"


def test_nothing_inside_a_word(ebook: Ebook) -> None:
    """E4: markers of pages and calls of notes stand between words, or after one."""
    for marker in ebook.all("//*[@epub:type='pagebreak']"):
        before = _text_before(marker)
        assert not before or before[-1].isspace(), before[-20:]
    for call in ebook.all("//*[@epub:type='noteref']"):
        assert not re.match(r"\w", call.tail or ""), call.tail


def _text_before(element: Element) -> str:
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or ("" if not len(previous) and not previous.text else "".join(previous.itertext()))
    parent = element.getparent()
    if parent.text:
        return parent.text
    return _text_before(parent) if parent.tag in INLINE else ""


def test_a_reference_is_not_torn_from_its_number() -> None:
    """E6: between the word and the number of a reference no line ends."""
    said = ["".join(a.itertext()) for a in specimen().all("//x:a[@class='ref']")]
    numbered = [text for text in said if text[-1].isdigit()]
    assert len(numbered) > 2
    assert all("\u00a0" in text for text in numbered)


def test_no_presentation_forms(ebook: Ebook) -> None:
    """E5: only the brackets of the Qur'an and ligatures that have no plain spelling."""
    for name in ebook.texts:
        assert not [c for c in ebook.text(name) if is_presentation_form(c)], name


@pytest.mark.requirement("CNT-14")
def test_numbers_are_text(ebook: Ebook) -> None:
    """E6: every item of a numbered list begins with its number; the style sheet counts nothing."""
    for item in ebook.all("//x:ol/x:li[not(ancestor::x:nav)]"):
        number = item.find("x:span[@class='num']", NS)
        assert number is not None
        assert number.text
    assert all(element.get("role") == "list" for element in ebook.all("//x:section//x:ol | //x:section//x:ul"))
    assert "counter" not in ebook.css
    assert "arabic-indic" not in ebook.css


@pytest.mark.requirement("CNT-14")
def test_headings_and_figures_say_their_numbers() -> None:
    """E6, H3: labels of chapters, sections, figures and tables stand in the text."""
    ebook = specimen()
    assert [e.text for e in ebook.all("//x:h1/x:span[@class='o']")] == [
        "الفصل الأول", "الفصل الثاني", "الفصل الثالث", "ملحق",
    ]  # fmt: skip
    assert "شكل ١" in [e.text for e in ebook.all("//x:figcaption/x:b")]
    assert "جدول ١" in [e.text for e in ebook.all("//x:caption/x:b")]


def test_one_system_of_digits() -> None:
    """E8: what the tool numbers by itself is in the book's digits."""
    made_numbers = "".join(
        "".join(e.itertext()) for e in specimen().all("//*[@class='num' or @class='call' or @class='back']")
    )
    assert re.search("[٠-٩]", made_numbers)
    assert not re.search("[0-9]", made_numbers)


def test_quran_is_untouched() -> None:
    """E9: words of the Qur'an reach the e-book code point by code point."""
    from publisher.nodes import Quran
    from publisher.walk import chapter_blocks

    book = prepared(SPECIMEN).book
    wanted = [b.text for c in book.chapters() for b in chapter_blocks(c) if isinstance(b, Quran)]
    found = ["".join(e.itertext()).strip("﴿﴾") for e in specimen().all("//x:p[@class='quran']")]
    assert wanted
    assert found == wanted


def test_sections_and_levels(ebook: Ebook) -> None:
    """E10, I7, I8: a section with type, role and name in each file; one h1 in a chapter; no level skipped."""
    for name, root in ebook.chapters.items():
        section = root.find("x:body/x:section", NS)
        assert section.get(TYPE)
        assert section.get("role") == f"doc-{section.get(TYPE)}"
        assert section.get("aria-labelledby") or section.get("aria-label")
        assert root.find("x:body", NS).get("role") is None
        levels = [int(_local(e)[1]) for e in root.iter("*") if re.fullmatch("h[1-6]", _local(e))]
        assert levels.count(1) == (0 if re.search(r"-\d\.xhtml$", name) else 1), name
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (name, levels)


def test_no_file_is_too_long() -> None:
    """E11: a chapter of more than 300 KB is cut, before a heading where there is one near."""
    ebook = long_book()
    pieces = [name for name in ebook.texts if name.startswith("text/c02")]
    assert len(pieces) > 1
    assert sum(len(ebook.read(name)) for name in pieces) > 300_000
    assert all(len(ebook.read(name)) < 300_000 for name in ebook.texts)
    second = ebook.texts[pieces[1]].find("x:body/x:section", NS)
    assert _local(second[0]) == "h2"


def test_links_between_the_pieces_of_a_chapter() -> None:
    """E11, F2: a reference into another file names it; a note stands in the file of its call."""
    ebook = long_book()
    for name, root in ebook.texts.items():
        for link in root.iterfind(".//x:a[@href]", NS):
            href = str(link.get("href"))
            if ":" in href:
                continue
            file, _, ident = href.partition("#")
            target = ebook.texts[f"{name.rpartition('/')[0]}/{file}".lstrip("/") if file else name]
            assert not ident or target.find(f".//*[@id='{ident}']") is not None, href
    for call in ebook.all("//*[@epub:type='noteref']"):
        assert str(call.get("href")).startswith("#")


def test_verse() -> None:
    """E12: two halves and a visible mark between them in one paragraph."""
    bayts = specimen().all("//x:p[contains(@class, 'bayt')]")
    assert len(bayts) > 5
    for bayt in bayts:
        names = [child.get("class") for child in bayt]
        assert names == ["sadr", "gap", "ajuz"]
        assert bayt[1].text == " ◆ "
    assert len(long_book().all("//x:p[contains(@class, 'single')]")) == 1


def test_quotations() -> None:
    """E13: quotations in another language say so; quotation marks are the author's own."""
    (foreign,) = specimen().all("//x:blockquote[@dir='ltr']")
    assert foreign.get("lang") == "en"
    assert not specimen().all("//x:q")


@pytest.mark.requirement("NOT-05")
def test_notes(ebook: Ebook) -> None:
    """F1, F2, F3, F5, F6: call, note after it in the same file, its number first and a way back; the same number."""
    for name, root in ebook.texts.items():
        order = list(root.iter("*"))
        notes = {e.get("id"): e for e in root.iterfind(".//x:aside", NS)}
        for call in root.xpath("//*[@epub:type='noteref']", namespaces=NS):
            note = notes[str(call.get("href"))[1:]]
            assert order.index(note) > order.index(call), name
            assert (note.get(TYPE), note.get("role")) == ("footnote", "doc-footnote")
            assert note.getparent().get(TYPE) == "footnotes"
            assert re.fullmatch(r"\([٠-٩0-9]+\)", call.text)
            back = note.find("x:p/x:a", NS)
            assert not (note[0].text or "").strip()
            assert (back.text, back.get("role")) == (call.text, "doc-backlink")
            assert root.find(f".//*[@id='{str(back.get('href'))[1:]}']") is not None


@pytest.mark.requirement("NOT-05")
def test_there_are_notes() -> None:
    """F1: the books of these tests have notes, one of them called twice with one id."""
    assert len(specimen().all("//*[@epub:type='noteref']")) > 8
    calls = long_book().all("//x:a[@href='#c01-n1']")
    assert [c.get("id") for c in calls] == ["c01-n1-call", None]


def test_ids_are_unique_in_the_book(ebook: Ebook) -> None:
    """F5: no id twice, and the same ones in every build."""
    for root in ebook.texts.values():
        ids = [e.get("id") for e in root.iter("*") if e.get("id")]
        assert len(ids) == len(set(ids))
    ready = prepared(SPECIMEN)
    again = made(ready.book, materials(ready))
    first = [e.get("id") for e in specimen().all("//*[@id]") if "page-" not in e.get("id")]
    assert first == [e.get("id") for e in again.all("//*[@id]") if "page-" not in e.get("id")]


def test_ordinary_links_do_not_look_like_notes(ebook: Ebook) -> None:
    """F7: only calls of notes have the type of one, and only they lead to an aside."""
    asides = {e.get("id") for e in ebook.all("//x:aside")}
    for link in ebook.all("//x:a[@href]"):
        leads_to_note = str(link.get("href")).partition("#")[2] in asides
        assert leads_to_note == (link.get(TYPE) == "noteref")


def test_no_element_is_left_short(ebook: Ebook) -> None:
    """An empty element has an end tag of its own: a reader that takes the file for HTML loses nothing."""
    void = "area|base|br|col|hr|img|input|link|meta|wbr"
    for name in ebook.texts:
        text = re.sub(r"<math.*?</math>", "", ebook.text(name), flags=re.DOTALL)
        assert not re.search(rf"<(?!(?:{void})\b)[a-z0-9]+(?:\s[^<>]*)?/>", text), name


def test_documents_are_well_formed_utf8(ebook: Ebook) -> None:
    """A2: every XML file parses."""
    for name in ebook.names:
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg")):
            etree.fromstring(ebook.archive.read(name))
