"""The table of kashida rules, case by case."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.arabic.letters import joins as are_joined
from publisher.composer.joins import WORST, opportunities

CASES = [
    line.split("#")[0].split()
    for line in (Path(__file__).parent / "joins.txt").read_text().splitlines()
    if line.strip() and not line.startswith("#")
]


def shown(word: str) -> list[str]:
    """Return the places of a word as the cases write them."""
    return [f"{rank}:{word[:at]}|{word[at:]}" for rank, at in opportunities(word)] or ["never"]


@pytest.mark.requirement("JUS-06")
@pytest.mark.parametrize("case", CASES, ids=lambda c: c[0])
def test_case(case: list[str]) -> None:
    word, *places = case
    assert shown(word) == places


@pytest.mark.requirement("JUS-06")
@given(st.text(alphabet="ابتجحدرسصعفقكلمنهويىةءأؤئَُِّْٰ", min_size=1, max_size=12))
def test_a_place_always_lies_between_two_joined_letters(word: str) -> None:
    for rank, at in opportunities(word):
        assert 1 <= rank <= WORST
        assert are_joined(word[:at], word[at:])


@given(st.text(alphabet="ابتسلهمني", min_size=1, max_size=6))
def test_marks_change_no_rank(word: str) -> None:
    marked = "".join(c + "َ" for c in word)
    assert [rank for rank, _ in opportunities(marked)] == [rank for rank, _ in opportunities(word)]
