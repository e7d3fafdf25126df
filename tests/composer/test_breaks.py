"""The plan of a paragraph's lines."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.composer.breaks import Material, greedy, plan
from publisher.composer.stretch import POLICIES, SHRINK, Place, Policy, kashidas, relaxed

WIDTHS = st.lists(st.floats(4, 40), min_size=1, max_size=60)


def material(widths: list[float], measure: float = 100, indent: float = 0) -> Material:
    """Return words with spaces of 3 between them, half of which can be stretched."""
    return Material(
        widths,
        [3.0] * len(widths),
        [i % 2 == 0 for i in range(len(widths))],
        measure,
        indent,
        3.0,
        4.0,
        POLICIES["light"],
    )


def lines(ends: list[int]) -> list[tuple[int, int]]:
    return list(zip([0, *ends], ends, strict=False))


def width(m: Material, start: int, end: int) -> float:
    return sum(m.widths[start:end]) + sum(m.spaces[start : end - 1])


@pytest.mark.requirement("JUS-02")
@given(WIDTHS, st.floats(0, 30))
def test_no_line_is_overfull_and_no_word_is_lost(widths: list[float], indent: float) -> None:
    m = material(widths, indent=indent)
    ends = plan(m)
    assert ends[-1] == len(widths)
    assert ends == sorted(set(ends))
    for start, end in lines(ends):
        room = m.measure - (indent if start == 0 else 0)
        least = width(m, start, end) - SHRINK * m.space * (end - start - 1)
        assert least <= room + 1e-6 or end == start + 1


@given(WIDTHS)
def test_never_more_lines_than_filling_one_by_one(widths: list[float]) -> None:
    m = material(widths)
    assert len(plan(m)) <= len(greedy(m))


def looseness(m: Material, ends: list[int]) -> float:
    return max((m.measure - width(m, s, e)) / max(1, e - s - 1) for s, e in lines(ends)[:-1])


def test_the_whole_paragraph_is_weighed() -> None:
    """Filling line by line leaves 45 between two words of the second line; looking ahead does not."""
    m = material([30, 30, 30, 20, 30, 70, 40, 50, 30, 20])
    assert looseness(m, plan(m)) < looseness(m, greedy(m))


@pytest.mark.requirement("LBK-07")
def test_a_lone_last_word_is_avoided() -> None:
    m = material([9.0] * 51, measure=300)
    assert lines(greedy(m))[-1] == (50, 51)
    start, end = lines(plan(m))[-1]
    assert end - start > 1


@given(st.lists(st.floats(10, 30), min_size=4, max_size=9))
def test_a_plan_exists_wherever_one_is_possible(widths: list[float]) -> None:
    m = material(widths)
    count = len(widths)
    possible = any(
        all(width(m, s, e) <= m.measure for s, e in lines([*cut, count]))
        for n in range(count)
        for cut in combinations(range(1, count), n)
    )
    assert possible
    assert all(width(m, s, e) - SHRINK * 3 * (e - s - 1) <= m.measure + 1e-6 for s, e in lines(plan(m)))


PLACES = st.lists(st.tuples(st.integers(0, 11), st.integers(1, 7)), min_size=1, max_size=12, unique_by=lambda p: p[0])


@pytest.mark.requirement("JUS-05")
@given(PLACES, st.floats(0, 120), st.sampled_from([*POLICIES.values(), relaxed(POLICIES["medium"])]))
def test_kashidas_keep_their_distance_and_their_number(
    words: list[tuple[int, int]], slack: float, policy: Policy
) -> None:
    places = [Place(word, rank, 2, word * 10.0) for word, rank in sorted(words)]
    chosen = kashidas(places, 12, slack, 12.0, 2.0, policy, [])
    taken = sorted(s.place.word for s in chosen)
    assert len(taken) <= policy.most
    assert all(b - a >= policy.apart for a, b in pairwise(taken))
    assert sum(s.tatweels for s in chosen) * 2.0 <= slack + 1.0
    assert all(s.tatweels * 2.0 <= max(policy.longest, policy.preferred) * 12 + 1.0 for s in chosen)


@pytest.mark.requirement("JUS-05")
def test_a_kashida_does_not_stand_under_another() -> None:
    places = [Place(word, 3, 2, word * 20.0) for word in (2, 3, 4)]
    free = kashidas(places, 6, 4.0, 12.0, 2.0, Policy(1.1, 1, 1), [])
    under = kashidas(places, 6, 4.0, 12.0, 2.0, Policy(1.1, 1, 1), [free[0].place.x])
    assert free[0].place.word != under[0].place.word
