"""The labels of whole books: headings, lists, figures, notes, references."""

from dataclasses import replace

import pytest

from publisher.arabic.digits import FAMILIES
from publisher.book import Book, Chapter, Metadata, Part
from publisher.config import Settings, from_options
from publisher.nodes import (
    Block,
    Cell,
    Figure,
    Heading,
    Image,
    List,
    ListItem,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Reference,
    Table,
    Text,
)
from publisher.numbering import number
from publisher.source import Span
from publisher.walk import iter_blocks, iter_inlines, iter_runs

SPAN = Span("a.txt", 0, 1, 1, 1)


def heading(level: int, title: str, typed: str | None = None, **more: object) -> Heading:
    return Heading(level, (Text(title),), typed, span=SPAN, **more)  # type: ignore[arg-type]


def paragraph(*inlines: str | NoteRef | Reference) -> Paragraph:
    return Paragraph(tuple(Text(i) if isinstance(i, str) else i for i in inlines))


def article(*blocks: Block) -> Book:
    return Book(Metadata("عنوان"), (Chapter("c01", None, blocks),), is_article=True)


def chapters(*titles: str | Heading, **more: object) -> Book:
    headings = [t if isinstance(t, Heading) else heading(1, t) for t in titles]
    body = tuple(Chapter(f"c{i:02}", h, ()) for i, h in enumerate(headings, 1))
    return Book(Metadata("كتاب"), body, **more)  # type: ignore[arg-type]


def settings(**options: object) -> Settings:
    made, found = from_options(Settings(), {k.replace("__", "."): v for k, v in options.items()})
    assert not found
    return made


def labels(book: Book, **options: object) -> list[str | None]:
    made, _ = number(book, settings(**options))
    found: list[str | None] = []
    for division in made.body:
        if isinstance(division, Part):
            found.append(division.heading.label)
        for chapter in division.chapters if isinstance(division, Part) else (division,):
            if chapter.heading is not None:
                found.append(chapter.heading.label)
            found += [b.label for b in iter_blocks(chapter.blocks) if isinstance(b, Heading)]
    return found


def codes(book: Book, **options: object) -> list[str]:
    return [d.code for d in number(book, settings(**options))[1]]


# ------------------------------------------------------------------ headings


def test_an_article_without_labels_gets_none() -> None:
    assert labels(article(heading(1, "الماء"), heading(2, "النهر"), heading(1, "الخاتمة"))) == [None] * 3


def test_an_article_gets_the_levels_that_its_settings_ask_for() -> None:
    book = article(heading(1, "أ"), heading(2, "ب"), heading(2, "ج"), heading(1, "د"), heading(2, "ه"))
    wanted = ["أولًا", "١", "٢", "ثانيًا", "١"]
    assert labels(book, numbering__levels=["ordinal", "decimal"]) == wanted


def test_typed_labels_are_kept_and_those_without_stay_without() -> None:
    book = article(heading(1, "الماء", "أولا"), heading(2, "النهر", "1"), heading(1, "الخاتمة"))
    assert labels(book) == ["أولا", "١", None]


@pytest.mark.requirement("NUM-01")
def test_digits_of_kept_labels_are_in_the_books_family() -> None:
    book = article(heading(1, "نطاق", "المادة 5 مكررًا"), heading(2, "حد", "2.1"))
    assert labels(book, typography__digits="arabext") == ["المادة ۵ مكررًا", "۲.۱"]
    assert labels(book, typography__digits="latn") == ["المادة 5 مكررًا", "2.1"]


def test_typed_labels_normalised_keep_their_number() -> None:
    book = article(heading(1, "أ", "1"), heading(1, "ب", "ثانيا"), heading(1, "ج", "المبحث 4"))
    assert labels(book, numbering__labels="normalise") == ["أولًا", "ثانيًا", "المبحث الرابع"]


def test_typed_labels_renumbered() -> None:
    book = article(heading(1, "أ", "1"), heading(1, "ب", "4"), heading(1, "ج"), heading(1, "خ", is_numbered=False))
    assert labels(book, numbering__labels="renumber") == ["أولًا", "ثانيًا", "ثالثًا", None]


@pytest.mark.requirement("CNT-13")
def test_chapters_of_a_book_are_numbered() -> None:
    assert labels(chapters("أ", "ب")) == ["الفصل الأول", "الفصل الثاني"]
    assert labels(chapters("أ", "ب"), numbering__division="مقالة") == ["المقالة الأولى", "المقالة الثانية"]
    assert labels(chapters("أ"), numbering__division="حلقة") == ["الحلقة الأولى"]
    assert labels(chapters("أ"), numbering__division="") == ["أولًا"]


def test_unnumbered_chapters_do_not_count() -> None:
    book = chapters(heading(1, "مدخل", is_numbered=False), "أ", heading(1, "خاتمة", is_numbered=False))
    assert labels(book) == [None, "الفصل الأول", None]


def test_a_book_that_types_its_chapters_is_not_numbered_elsewhere() -> None:
    assert labels(chapters(heading(1, "أ", "الفصل الأول"), heading(1, "ملاحظات"))) == ["الفصل الأول", None]


def test_front_and_back_matter_are_not_numbered() -> None:
    outer = Chapter("f01", heading(1, "تمهيد"), (heading(2, "شكر"),))
    made, _ = number(replace(chapters("أ"), front=(outer,), back=(replace(outer, id="b01"),)), Settings())
    assert [c.heading.label for c in made.chapters() if c.heading] == [None, "الفصل الأول", None]


@pytest.mark.requirement("CNT-13")
def test_parts_hold_chapters_that_run_on() -> None:
    one = Part("p01", heading(1, "في"), (Chapter("c01", heading(2, "أ"), (heading(3, "س"),)),))
    two = Part("p02", heading(1, "عن"), (Chapter("c02", heading(2, "ب"), ()),))
    book = Book(Metadata("كتاب"), (one, two))
    wanted = ["الباب الأول", "الفصل الأول", None, "الباب الثاني", "الفصل الثاني"]
    assert labels(book) == wanted
    nouns = labels(book, numbering__nouns=["فصل", "مبحث"])
    assert nouns[2] == "المبحث الأول"


@pytest.mark.requirement("CNT-11")
def test_first_chapter_number_can_be_set() -> None:
    assert labels(chapters("أ"), numbering__start=7) == ["الفصل السابع"]


@pytest.mark.requirement("CNT-12")
def test_numbers_of_several_levels() -> None:
    levels = ["ordinal", "multilevel", "multilevel"]
    sections = (heading(2, "س"), heading(3, "ص"), heading(3, "ض"), heading(2, "ع"), heading(3, "غ"))
    book = Book(Metadata("كتاب"), (Chapter("c01", heading(1, "أ", "الفصل الثالث"), sections),))
    assert labels(book, numbering__levels=levels)[1:] == ["٣-١", "٣-١-١", "٣-١-٢", "٣-٢", "٣-٢-١"]
    turned = labels(book, numbering__levels=levels, numbering__order="inner-first", numbering__separator=".")
    assert turned[2] == "١.١.٣"


def test_sections_of_an_unnumbered_chapter_have_no_multilevel_number() -> None:
    book = Book(Metadata("ك"), (Chapter("c01", heading(1, "مدخل", is_numbered=False), (heading(2, "س"),)),))
    assert labels(book, numbering__levels=["ordinal", "multilevel"]) == [None, None]


def test_english_books_say_chapter() -> None:
    assert labels(chapters("One"), language="en") == ["Chapter 1"]


# ------------------------------------------------------------------ sequences


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (["أولًا", "ثانيًا", "ثالثًا"], []),
        (["أولًا", "ثالثًا"], ["label-skips"]),
        (["1", "2", "2"], ["label-repeats"]),
        (["المادة 2", "المادة 2 مكررًا", "المادة 3"], ["label-starts-late"]),
        (["1", "2", "1"], ["label-restarts"]),
        (["أ", "ب", "ج", "د"], []),
        (["أ", "ب", "ت", "ث"], []),
        (["أ", "ب", "ث"], ["label-skips"]),
    ],
)
def test_odd_sequences_are_told(typed: list[str], wanted: list[str]) -> None:
    book = article(*(heading(1, "ع", label) for label in typed))
    assert codes(book) == wanted


def test_numbers_start_again_under_each_heading_or_run_on() -> None:
    again = [heading(1, "أ", "أولًا"), heading(2, "ب", "1"), heading(1, "ج", "ثانيًا"), heading(2, "د", "1")]
    runs_on = [*again[:3], heading(2, "د", "2")]
    assert codes(article(*again)) == codes(article(*runs_on)) == []


def test_a_warning_has_its_place() -> None:
    _, found = number(article(heading(1, "أ", "1"), heading(1, "ب", "3")), Settings())
    assert found[0].span == SPAN
    assert "٣" in found[0].message.ar


# ------------------------------------------------------------------ lists


def made_list(*typed: str | None, **more: object) -> List:
    items = tuple(ListItem((paragraph("بند"),), t, span=SPAN) for t in typed)
    return List(items, is_ordered=True, **more)  # type: ignore[arg-type]


def markers(block: List, **options: object) -> list[str | None]:
    made, _ = number(article(block), settings(**options))
    return [item.label for b in iter_blocks(made.body[0].blocks) if isinstance(b, List) for item in b.items]  # type: ignore[union-attr]


def test_typed_markers_are_kept() -> None:
    assert markers(made_list("1", "2")) == ["١", "٢"]
    assert markers(made_list("أ", "ب", "ج", "د", "ه")) == ["أ", "ب", "ج", "د", "ه\u200d"]


@pytest.mark.requirement("CNT-11")
def test_lists_typed_backwards_are_kept_without_a_word() -> None:
    assert markers(made_list("3", "2", "1")) == ["٣", "٢", "١"]
    assert codes(article(made_list("3", "2", "1"))) == []


@pytest.mark.requirement("CNT-11")
def test_lists_start_where_they_are_told() -> None:
    assert markers(made_list(None, None, start=5)) == ["٥", "٦"]
    assert markers(made_list("1", "1", "1")) == ["١", "٢", "٣"]


def test_markers_by_depth() -> None:
    inner = made_list(None, None)
    outer = List((ListItem((paragraph("أ"), inner)), ListItem((Quotation((inner,)),))), is_ordered=True)
    assert markers(outer) == ["١", "٢", "أ", "ب", "أ", "ب"]


def test_markers_by_setting() -> None:
    assert markers(made_list(None, None), numbering__lists=["hijai"]) == ["أ", "ب"]
    assert markers(made_list("1", "2"), numbering__lists=["hijai"], numbering__labels="normalise") == ["أ", "ب"]


def test_bullets_have_no_label_and_an_odd_list_is_told() -> None:
    bullets = List((ListItem((paragraph("بند"),)),))
    assert markers(bullets) == [None]
    assert codes(article(made_list("1", "2", "4"))) == ["label-skips"]
    assert codes(article(made_list("3", "4"))) == []


@pytest.mark.requirement("NUM-01")
@pytest.mark.parametrize("family", ["arab", "latn", "arabext"])
def test_every_number_is_in_the_books_family(family: str) -> None:
    blocks = (
        heading(2, "أ", "2.1"),
        heading(2, "ب", "٢.٢"),
        made_list("1", "٢", "3"),
        made_list(None, None),
        figure("ش"),
        Table((), (), (Text("ج"),), label="جدول (1)"),
        paragraph(NoteRef("n"), Reference("ش")),
    )
    notes = (Note("n", (paragraph("حاشية"),)),)
    levels = ["decimal", "multilevel"]
    made, _ = number(
        Book(Metadata("ك"), (Chapter("c01", heading(1, "ف"), blocks, notes),)),
        settings(typography__digits=family, numbering__levels=levels, numbering__figures="chapter"),
    )
    (chapter,) = made.chapters()
    found = [chapter.heading.label if chapter.heading else "", *(note.label for note in chapter.notes)]
    for block in iter_blocks(chapter.blocks):
        found += [block.label] if isinstance(block, Heading | Figure | Table) else []
        found += [item.label for item in block.items] if isinstance(block, List) else []
    runs = [inline for run in iter_runs(chapter.blocks) for inline in iter_inlines(run)]
    found += [inline.label for inline in runs if isinstance(inline, NoteRef | Reference)]
    digits = {c for label in found for c in label or "" if c.isdigit()}
    assert len(found) == 13
    assert digits <= set(FAMILIES[family])


# ------------------------------------------------------------------ figures, notes, references


def figure(name: str) -> Figure:
    return Figure(Image("a.png", ""), (Text(name),), id=name)


def test_figures_and_tables_have_a_word_and_a_number() -> None:
    table = Table((), ((Cell((Text("١"),)),),), (Text("ج"),))
    bare = Figure(Image("b.png", ""))
    made, _ = number(article(figure("أ"), table, bare, figure("ب")), Settings())
    blocks = list(iter_blocks(made.body[0].blocks))  # type: ignore[union-attr]
    assert [b.label for b in blocks if isinstance(b, Figure | Table)] == ["شكل ١", "جدول ١", None, "شكل ٢"]


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        ("keep", ["جدول ١", "الجدول ٣-١", "جدول ٢"]),
        ("normalise", ["جدول ١", "جدول ٣-١", "جدول ٢"]),
        ("renumber", ["جدول ١", "جدول ٢", "جدول ٣"]),
    ],
)
def test_labels_typed_over_tables(labels: str, wanted: list[str]) -> None:
    typed = ("جدول (1):", "الجدول ٣-١", None)
    tables = (Table((), (), (Text("س"),), label=label) for label in typed)
    made, _ = number(article(*tables), settings(numbering__labels=labels))
    assert [b.label for b in made.body[0].blocks] == wanted  # type: ignore[union-attr]


def test_figures_by_chapter() -> None:
    body = tuple(Chapter(f"c{i}", heading(1, "ف"), (figure("أ"), figure("ب"))) for i in (1, 2))
    made, _ = number(Book(Metadata("ك"), body), settings(numbering__figures="chapter"))
    found = [b.label for c in made.chapters() for b in iter_blocks(c.blocks) if isinstance(b, Figure)]
    assert found == ["شكل ١-١", "شكل ١-٢", "شكل ٢-١", "شكل ٢-٢"]


def noted(chapter: str, *ids: str) -> Chapter:
    notes = tuple(Note(f"{chapter}-{i}", (paragraph("حاشية"),)) for i in sorted(ids))
    return Chapter(chapter, heading(1, "ف"), (paragraph(*(NoteRef(f"{chapter}-{i}") for i in ids)),), notes)


@pytest.mark.parametrize(("where", "wanted"), [("chapter", ["١", "٢", "١"]), ("book", ["١", "٢", "٣"])])
def test_notes_are_numbered_in_the_order_of_their_calls(where: str, wanted: list[str]) -> None:
    book = Book(Metadata("ك"), (noted("c1", "b", "a"), noted("c2", "z")))
    made, _ = number(book, settings(notes__numbering=where))
    first = next(made.chapters())
    assert [n.id for n in first.notes] == ["c1-b", "c1-a"]
    assert [n.label for c in made.chapters() for n in c.notes] == wanted
    runs = [run for c in made.chapters() for run in iter_runs(c.blocks)]
    assert [i.label for run in runs for i in iter_inlines(run) if isinstance(i, NoteRef)] == wanted


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("c01", "الفصل الأول"),
        ("c02", "«خاتمة الـ‹كتاب›»"),
        ("f", "شكل ١"),
        ("s1", "ثانيًا"),
        ("s2", "«الطاقة»"),
        ("here", "«الطاقة»"),
        ("s3", "«جداول»"),
        ("nowhere", ""),
    ],
)
def test_references_print_what_their_target_is_called(target: str, wanted: str) -> None:
    blocks = (
        heading(2, "الماء", "ثانيًا", id="s1"),
        replace(figure("f"), id="f"),
        heading(3, "الطاقة", "1", id="s2"),
        Paragraph((Text("نص"), Reference(target)), id="here"),
        heading(2, "جداول", "ملحق", id="s3"),
    )
    last = heading(1, "خاتمة الـ«كتاب»", is_numbered=False)
    made, _ = number(
        Book(Metadata("ك"), (Chapter("c01", heading(1, "أ"), blocks), Chapter("c02", last, ()))), Settings()
    )
    runs = [run for c in made.chapters() for run in iter_runs(c.blocks)]
    assert [i.label for run in runs for i in iter_inlines(run) if isinstance(i, Reference)] == [wanted]


def test_articles_count_on_through_chapters_at_another_depth() -> None:
    """An article straight under a part goes on from those under its chapters."""
    from publisher.numbering.labels import read_label
    from publisher.numbering.sequence import Sequences

    sequences = Sequences()
    for depth, article in ((3, 7), (3, 8), (2, 9)):
        sequences.enter(1)
        label = read_label(f"مادة {article}")
        assert label is not None
        sequences.follow(depth, label, f"مادة {article}", None)
    assert [d.code for d in sequences.found] == ["label-starts-late"]
