"""The apparatus: the tree of headings, lists of figures, the order of an index."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.apparatus import Entry, Order, letter_head, list_figures, list_tables, navigation, sort_key
from publisher.arabic.letters import folded
from publisher.book import Book, Chapter, Metadata, Part
from publisher.nodes import Figure, Heading, Image, Link, NoteRef, Text, inline_text

VECTOR = [
    "ابن رشد",
    "آثار",
    "أحمد",
    "إدريس",
    "الأندلس",
    "بغداد",
    "تاريخ",
    "القاهرة",
    "كِتاب",
    "كتابات",
    "كتابة",
    "مائة",
    "مدرسة",
    "موسى",
    "مؤمن",
    "هدى",
    "يوسف",
]


def heading(level: int, name: str) -> Heading:
    return Heading(level, (Text(name),), label=None, id=name)


def drawn(entries: tuple[Entry, ...], depth: int = 0) -> list[str]:
    lines = []
    for entry in entries:
        assert entry.level == depth + 1
        lines += [depth * " " + inline_text(entry.title), *drawn(entry.children, depth + 1)]
    return lines


SECTIONS = (heading(2, "s1"), heading(3, "t1"), heading(2, "s2"), heading(4, "u1"))
BOOK = Book(
    Metadata("كتاب"),
    (
        Part("p", heading(1, "part"), (Chapter("c1", heading(1, "one"), SECTIONS),)),
        Chapter("c2", heading(1, "two"), ()),
    ),
    front=(Chapter("f", heading(1, "front"), ()),),
)


def test_the_tree_goes_as_deep_as_asked() -> None:
    assert drawn(navigation(BOOK, 1)) == ["front", "part", " one", "two"]
    assert drawn(navigation(BOOK, 2)) == ["front", "part", " one", "  s1", "  s2", "two"]
    assert drawn(navigation(BOOK, 9)) == ["front", "part", " one", "  s1", "   t1", "  s2", "   u1", "two"]
    assert navigation(BOOK, 0) == ()


def test_an_article_gives_its_own_headings() -> None:
    blocks = (heading(1, "a"), heading(2, "b"), heading(1, "c"))
    book = Book(Metadata("م"), (Chapter("c01", None, blocks),), is_article=True)
    assert drawn(navigation(book, 1)) == ["a", "c"]
    assert drawn(navigation(book, 2)) == ["a", " b", "c"]


def test_titles_in_the_tree_carry_no_calls_and_no_links() -> None:
    title = (Text("الورق"), NoteRef("n1"), Link("#x", (Text(" هنا"),)))
    book = Book(Metadata("ك"), (Chapter("c", Heading(1, title, label="الفصل الأول"), ()),))
    (entry,) = navigation(book, 1)
    assert (entry.label, entry.title, entry.target) == ("الفصل الأول", (Text("الورق"), Text(" هنا")), "c")


def test_lists_of_figures_hold_those_with_a_label() -> None:
    image = Image("a.png", "")
    figures = (Figure(image, (Text("س"),), "f1", "شكل ١"), Figure(image))
    book = Book(Metadata("ك"), (Chapter("c", None, figures),))
    assert [(f.label, f.target) for f in list_figures(book)] == [("شكل ١", "f1")]
    assert list_tables(book) == ()


@pytest.mark.requirement("IDX-01", "DIA-06")
@given(st.randoms(use_true_random=False))
def test_index_order(shuffler: random.Random) -> None:
    entries = list(VECTOR)
    shuffler.shuffle(entries)
    assert sorted(entries, key=sort_key) == VECTOR


@pytest.mark.requirement("DIA-06")
@pytest.mark.parametrize("spelling", ["كِتَابٌ", "كتـــاب", "كت\u200dاب", "كتاب\u200f"])
def test_marks_tatweel_and_invisibles_weigh_nothing(spelling: str) -> None:
    assert folded(spelling) == folded("كتاب")
    assert sort_key(spelling)[:2] == sort_key("كتاب")[:2]


@pytest.mark.requirement("IDX-02")
def test_what_sorting_passes_over_is_a_setting() -> None:
    names = ["ابن رشد", "الأندلس", "بغداد", "الله"]
    assert max(names, key=lambda n: sort_key(n, Order(ignores_kin=True))) == "ابن رشد"
    assert max(names, key=lambda n: sort_key(n, Order(ignores_article=False))) == "بغداد"
    assert sort_key("الله") < sort_key("بغداد") < sort_key("الله", Order(kept=frozenset()))


@pytest.mark.requirement("IDX-02")
def test_letter_heads() -> None:
    assert [letter_head(e) for e in ("الأندلس", "القاهرة", "مؤمن", "lahn")] == ["ا", "ق", "م", "L"]


def test_foreign_entries_come_last() -> None:
    assert sorted(["Zapf", "يوسف", "alif"], key=sort_key) == ["يوسف", "alif", "Zapf"]
