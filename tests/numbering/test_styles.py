"""Numbering styles: what they write, and that every label read back gives its number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.arabic.letters import ZWJ
from publisher.arabic.ordinals import Form
from publisher.numbering import LIST_SUFFIX, STYLES, Manner, read, read_levels, write, write_levels

MANNERS = st.builds(Manner, st.sampled_from(["arab", "latn", "arabext"]), st.sampled_from(list(Form)))


def written(style: str, numbers: range, manner: Manner | None = None) -> list[str]:
    return [write(n, style, manner or Manner()) for n in numbers]


@pytest.mark.requirement("CNT-03", "CNT-04", "CNT-05", "CNT-06", "CNT-07", "CNT-08", "CNT-13")
@given(n=st.integers(1, 1999), style=st.sampled_from(sorted(STYLES)), manner=MANNERS)
def test_every_label_read_back_gives_its_number(n: int, style: str, manner: Manner) -> None:
    assert read(write(n, style, manner), style) == n


@given(
    numbers=st.lists(st.integers(1, 300), min_size=1, max_size=4),
    order=st.sampled_from(["outer-first", "inner-first"]),
    separator=st.sampled_from(["-", "–", ".", "/"]),
    manner=MANNERS,
)
@pytest.mark.requirement("CNT-12")
def test_levels_read_back(numbers: list[int], order: str, separator: str, manner: Manner) -> None:
    text = write_levels(tuple(numbers), order, separator, manner)
    assert read_levels(text, order, separator) == tuple(numbers)


@pytest.mark.requirement("CNT-12")
def test_order_of_levels() -> None:
    assert write_levels((2, 1), "outer-first", "-", Manner()) == "٢-١"
    assert write_levels((2, 1), "inner-first", ".", Manner("latn")) == "1.2"


@pytest.mark.requirement("CNT-08", "CNT-13")
def test_ordinals_in_words() -> None:
    assert written("ordinal", range(1, 4)) == ["أولًا", "ثانيًا", "ثالثًا"]
    feminine = Manner(form=Form.FEMININE)
    assert [write(n, "ordinal", feminine) for n in (1, 11, 21)] == ["الأولى", "الحادية عشرة", "الحادية والعشرون"]
    assert write(100, "ordinal", Manner()) == "١٠٠"
    assert write(3, "ordinal", Manner("latn", language="en")) == "3"


@pytest.mark.requirement("CNT-04")
def test_abjad_letters_in_order() -> None:
    letters = list("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
    assert [label.rstrip(ZWJ) for label in written("abjad", range(1, 29))] == letters


@pytest.mark.requirement("CNT-06")
def test_maghribi_order() -> None:
    letters = written("maghribi", range(1, 29))
    assert letters[14:21] == list("صعفضقرس")
    assert letters[-1] == "ش"


@pytest.mark.requirement("CNT-07")
def test_hijai_order() -> None:
    assert written("hijai", range(1, 6)) == list("أبتثج")


@pytest.mark.requirement("CNT-05")
def test_abjad_numerals() -> None:
    assert [write(n, "abjad-numeral", Manner()) for n in (11, 12, 1448)] == ["يا", "يب", "غتمح"]


@pytest.mark.requirement("CNT-09")
@pytest.mark.parametrize("style", ["abjad", "maghribi", "hijai", "abjad-numeral"])
def test_heh_carries_a_joiner(style: str) -> None:
    labels = [label for label in written(style, range(1, 29)) if "ه" in label]
    assert labels
    assert all(label.endswith("ه" + ZWJ) for label in labels)


@pytest.mark.requirement("NUM-07")
@given(n=st.integers(1000, 10**7), manner=MANNERS)
def test_numbers_are_not_grouped(n: int, manner: Manner) -> None:
    assert write(n, "decimal", manner).isdigit()


def test_every_style_has_a_suffix() -> None:
    assert LIST_SUFFIX.keys() == STYLES.keys()
