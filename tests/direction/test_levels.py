"""Embedding levels: each isolate is resolved by itself, whatever stands before it (UAX #9, rules X5a to X5c)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.bidi import levels

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
ISOLATES = {
    f"{LRI}+9 1{PDI}": [2, 2, 2, 2],
    f"{RLI}+9 1{PDI}": [3, 4, 3, 4],
    f"{RLI}كل{PDI}": [3, 3],
    f"{FSI}ab{PDI}": [2, 2],
    f"{FSI}كل{PDI}": [3, 3],
    f"{LRI}a{RLI}ب{PDI}{PDI}": [2, 2, 3, 2],
}


@pytest.mark.requirement("BID-16", "BID-23")
@given(st.lists(st.sampled_from(sorted(ISOLATES)), min_size=1, max_size=5))
def test_an_isolate_is_the_same_wherever_it_stands(isolates: list[str]) -> None:
    """In a paragraph of Arabic, between any others."""
    found = list(levels("و" + "و".join(isolates) + "و"))
    at = 1
    for isolate in isolates:
        assert found[at : at + len(isolate)] == [1, *ISOLATES[isolate], 1]
        at += len(isolate) + 1


@given(st.text(alphabet="ابa1٢ -(" + LRI + RLI + FSI + PDI, max_size=20), st.sampled_from(["rtl", "ltr"]))
def test_every_code_point_has_a_level(text: str, base: str) -> None:
    """Isolates that are not closed, and closings of none, lose nothing."""
    assert len(levels(text, base)) == len(text)
