"""The house style over books: idempotent, nothing else touched, every change recorded with its place."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.book import Book, Chapter, Metadata
from publisher.config import Settings, from_options
from publisher.nodes import (
    Block,
    Code,
    CodeBlock,
    Foreign,
    Formula,
    Inline,
    LineBreak,
    Link,
    NoteRef,
    Paragraph,
    Quotation,
    Quran,
    Reference,
    Role,
    Scripture,
    Style,
    Styled,
    Text,
    inline_text,
)
from publisher.source import SourceFile
from publisher.typography import apply, apply_to_text, prepare
from publisher.walk import iter_inlines

EVERYTHING = {
    "digits_in_text": "convert",
    "digits": "arab",
    "dashes": "hug",
    "honorifics": "ligature",
    "tanween": "before-alef",
}
OFF = {
    "quotes": "keep",
    "punctuation": "keep",
    "spaces": "keep",
    "ellipsis": "keep",
    "dashes": "keep",
    "no_break": "keep",
    "percent": "keep",
}


def options(**typography: str) -> Settings:
    made, found = from_options(Settings(), {f"typography.{key}": value for key, value in typography.items()})
    assert not found
    return made


def book(*blocks: Block) -> Book:
    return Book(Metadata("عنوان"), (Chapter("c01", None, blocks),))


def styled(run: tuple[Inline, ...], made: Settings | None = None, role: Role = Role.BODY) -> tuple[Inline, ...]:
    ready, _ = apply(book(Paragraph(run, role)), made or Settings())
    (paragraph,) = next(ready.chapters()).blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


# ------------------------------------------------------------------ properties

WORDS = st.sampled_from(
    [
        "كتاب",
        "نعم",
        "و",
        "بـ",
        "ص",
        "د",
        "كتاباً",
        "ه",
        "م",
        "صلى الله عليه وسلم",
        "ﷺ",
        "Google",
        "S-400",
        "12",
        "٢٥",
        "٣.٥",
        "١،٢٥٠",
    ]
)
SIGNS = st.sampled_from([*list(" ،,;؛?؟.:!…\"“”«»()[]-–—%٪'\xa0"), "..", "...", "--", "  "])
LINES = st.lists(WORDS | SIGNS, max_size=14).map("".join)
HOUSES = st.sampled_from(
    [options(), options(**EVERYTHING), options(digits_in_text="convert", digits="latn", honorifics="words")]
)


@settings(max_examples=200)
@given(LINES, HOUSES)
def test_twice_is_once(line: str, house: Settings) -> None:
    once = apply_to_text(line, house)
    assert apply_to_text(once, house) == once


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha() and c != "ـ")


@given(LINES)
def test_letters_and_digits_are_never_touched(line: str) -> None:
    after = apply_to_text(line, options(percent="keep"))
    assert letters(after) == letters(line)
    assert [c for c in after if c.isdigit()] == [c for c in line if c.isdigit()]


@given(LINES)
def test_everything_off_changes_nothing_but_what_is_on(line: str) -> None:
    assert apply_to_text(line, options(**OFF)) == line


@given(st.text(max_size=30))
def test_any_text_is_borne(text: str) -> None:
    once = apply_to_text(text, options(**EVERYTHING))
    assert apply_to_text(once, options(**EVERYTHING)) == once


RUNS = st.recursive(
    st.builds(Text, LINES)
    | st.sampled_from(
        [Code("a,b"), Formula("x,y"), Scripture("نص , نص"), NoteRef("n"), Reference("r", "شكل ١"), LineBreak()]
    ),
    lambda inner: (
        st.builds(lambda c: Styled(Style.STRONG, tuple(c)), st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda c: Link("https://a.example/,", tuple(c)), st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda c: Foreign("en", tuple(c)), st.lists(inner, min_size=1, max_size=3))
    ),
    max_leaves=8,
)


@pytest.mark.requirement("NUM-02", "QUR-05")
@settings(max_examples=100)
@given(st.lists(RUNS, max_size=4).map(tuple))
def test_runs_of_inlines_keep_what_is_not_text(run: tuple[Inline, ...]) -> None:
    house = options(**EVERYTHING)
    once = styled(run, house)
    assert styled(once, house) == once

    def kept(found: tuple[Inline, ...]) -> list[Inline]:
        return [i for i in iter_inlines(found) if not isinstance(i, Text | Styled | Link | Foreign)]

    def targets(found: tuple[Inline, ...]) -> list[str]:
        return [i.target for i in iter_inlines(found) if isinstance(i, Link)]

    def foreign(found: tuple[Inline, ...]) -> list[Foreign]:
        return [i for i in iter_inlines(found) if isinstance(i, Foreign)]

    assert kept(once) == kept(run)
    assert targets(once) == targets(run)
    assert foreign(once) == foreign(run)


# ------------------------------------------------------------------ across elements


def test_quotes_pair_across_elements() -> None:
    run = (Text('قال "'), Styled(Style.STRONG, (Text("نعم"),)), Text('" ومضى'))
    assert styled(run) == (Text("قال «"), Styled(Style.STRONG, (Text("نعم"),)), Text("» ومضى"))


def test_a_space_after_an_element_goes() -> None:
    run = (Styled(Style.STRONG, (Text("نعم"),)), Text(" ، لا"), Code("a ,b"), Text(" , ثم"))
    assert inline_text(styled(run)) == "نعم، لاa ,b، ثم"


def test_an_inserted_space_stays_outside_the_element() -> None:
    run = (Text("نعم،"), Styled(Style.STRONG, (Text("لا"),)))
    assert styled(run) == (Text("نعم، "), Styled(Style.STRONG, (Text("لا"),)))


def test_a_call_hugs_its_word() -> None:
    run = (Text("النهر "), NoteRef("n1"), Text(" ، ثم"))
    assert styled(run) == (Text("النهر"), NoteRef("n1"), Text("، ثم"))


@pytest.mark.requirement("PUN-10")
def test_the_place_of_calls_is_a_setting() -> None:
    before, after = (Text("نهر"), NoteRef("n"), Text("، ثم")), (Text("نهر،"), NoteRef("n"), Text(" ثم"))
    for run in (before, after):
        assert styled(run) == run
        assert styled(run, options(note_calls="before")) == before
        assert styled(run, options(note_calls="after")) == after


@pytest.mark.requirement("PUN-07")
def test_dialogue_opens_with_a_dash_and_a_no_break_space() -> None:
    assert styled((Text("- نعم"),), role=Role.DIALOGUE) == (Text("–\u00a0نعم"),)
    assert styled((Text("—نعم"),), role=Role.DIALOGUE) == (Text("–\u00a0نعم"),)
    assert styled((Text("- نعم"),)) == (Text("- نعم"),)


# ------------------------------------------------------------------ what is left alone


@pytest.mark.requirement("QUR-05", "NUM-02")
def test_code_scripture_and_other_languages_are_left_alone() -> None:
    blocks = (
        CodeBlock('قال "نعم" , 12'),
        Quran('قال "نعم" , 12'),
        Paragraph((Text('He said "yes", نعم'),), language="en"),
        Quotation((Paragraph((Text('"نعم" ,'),)),), language="fa"),
    )
    made = book(*blocks)
    assert apply(made, options(**EVERYTHING)) == (made, ())


def test_a_book_in_another_language_is_left_alone() -> None:
    made = book(Paragraph((Text('قال "نعم" ,'),)))
    assert apply(made, replace(Settings(), language="fa")) == (made, ())


def test_titles_of_the_book_are_set_too() -> None:
    made = replace(book(), metadata=Metadata('سيرة "الصفحة"', "في 12 كغ , من الحبر"))
    ready, _ = apply(made, Settings())
    assert ready.metadata.title == "سيرة «الصفحة»"
    assert ready.metadata.subtitle.startswith("في 12\u00a0كغ، من")


# ------------------------------------------------------------------ what is told


def test_changes_are_counted_by_rule() -> None:
    text = 'قال "نعم" , ثم "لا" .'
    _, found = apply(book(Paragraph((Text(text),))), Settings())
    assert [(d.code, d.severity) for d in found] == [("PUN-01", "note"), ("PUN-02", "note"), ("PUN-04", "note")]
    assert "4" in found[2].message.ar


def test_a_change_knows_its_place_and_its_edit() -> None:
    source = SourceFile("a.txt", 'سطر\nقال "نعم" , ثم')
    text = source.text[4:]
    made = book(Paragraph((Text(text, source.span(4, len(source.text))),)))
    prepared = prepare(made, Settings(), (source,))
    edited = source.text
    for change in prepared.changes:
        fix = change.diagnostic.fix
        assert fix is not None
        assert fix.span.line == 2
        assert edited[fix.span.start : fix.span.end] == change.before or change.rule == "PUN-02"
    comma = next(c for c in prepared.changes if c.rule == "PUN-01")
    assert (comma.before, comma.after, comma.span) == (",", "،", source.span(14, 15))


def test_without_sources_a_change_stands_where_its_text_does() -> None:
    span = SourceFile("a.txt", "قال , ثم").span(0, 8)
    prepared = prepare(book(Paragraph((Text("قال , ثم", span),))), Settings())
    assert {c.span for c in prepared.changes} == {span}
    assert all(c.diagnostic.fix is None for c in prepared.changes)
