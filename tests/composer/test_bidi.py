"""Direction is resolved over the paragraph: a token reads the same wherever in the line it falls (BID-01…)."""

from pathlib import Path

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.composer.setting_up import composed, page, written

from publisher.composer.setting import visual_order

FILL = "كلام يملأ السطر حتى آخره ثم يزيد عليه "


def seen(body: str, tmp_path: Path, css: str = "") -> list[str]:
    """Return the characters of each line from left to right, as they stand on the page."""
    document, _ = composed(page(body, css="p{text-indent:0;text-align:start}" + css))
    lines: dict[float, list[tuple[float, str]]] = {}
    with pymupdf.open(written(document, tmp_path / "page.pdf")) as pdf:
        for sheet in pdf:
            for block in sheet.get_text("rawdict")["blocks"]:
                for line in block.get("lines", ()):
                    for span in line["spans"]:
                        for c in span["chars"]:
                            if c["c"] not in "\u200e\u200f" and span["size"] > 11:
                                lines.setdefault(round(c["origin"][1]), []).append((c["bbox"][0], c["c"]))
    return ["".join(c for _, c in sorted(line)).strip() for _, line in sorted(lines.items())]


TOKENS = {
    "date": ("2024-05-17", "17-05-2024"),
    "isolated date": ('<span dir="ltr">2024-05-17</span>', "2024-05-17"),
    "code": ('<span dir="ltr">GPS-III(v2)</span>', "GPS-III(v2)"),
    "word of two elements": ("Ele<b>ments</b>", "Elements"),
    "number of three": ("1<b>2</b>3", "123"),
    "Arabic number": ("١٢٣٤", "١٢٣٤"),
    "fraction": ("(3.5%)", ")%3.5("),
}
"""What is written, and how it stands from left to right after Arabic letters (UAX #9)."""


@pytest.mark.parametrize(("markup", "wanted"), TOKENS.values(), ids=TOKENS.keys())
def test_a_token_stands_the_same_at_start_middle_and_end_of_a_line(markup: str, wanted: str, tmp_path: Path) -> None:
    starts = [" ".join((FILL * 3).split()[:words]) for words in range(3, 18)]
    body = "".join(f"<p>{start} {markup} {FILL}</p>" for start in starts)
    found = [line for line in seen(body, tmp_path, "@page{size:70mm 600mm;margin:8mm}") if wanted in line]
    places = set()
    for line in found:
        at = line.index(wanted)
        places.add("end" if at == 0 else "start" if at + len(wanted) == len(line) else "middle")
    assert len(found) == len(starts)
    assert places == {"start", "middle", "end"}


def test_a_phrase_across_elements_keeps_its_order(tmp_path: Path) -> None:
    line = seen("<p>كتاب Elements <b>of</b> <i>Style</i> مشهور</p>", tmp_path)[0]
    assert "Elements of Style" in " ".join(line.split())


def test_brackets_and_quotes_turn_with_the_text(tmp_path: Path) -> None:
    line = seen("<p>قال «نعم» (ثم سكت) وقرأ [هذا]</p>", tmp_path)[0]
    assert line == "]اذه[ أرقو )تكس مث( »معن« لاق"


def test_words_in_a_nested_isolate_keep_their_order(tmp_path: Path) -> None:
    line = seen('<p>كلمة <span dir="ltr">one <span dir="rtl">اثنان ثلاثة</span> four</span> خمسة</p>', tmp_path)[0]
    assert line == "ةسمخ one ةثالث نانثا four ةملك"


@given(st.lists(st.integers(0, 4), max_size=14))
def test_visual_order_is_a_permutation_that_keeps_runs_together(levels: list[int]) -> None:
    order = visual_order(levels)
    assert sorted(order) == list(range(len(levels)))
    if levels and len(set(levels)) == 1:
        assert order == (list(range(len(levels)))[::-1] if levels[0] % 2 else list(range(len(levels))))


def test_visual_order_of_a_mixed_line() -> None:
    assert visual_order([1, 1, 2, 2, 1]) == [4, 2, 3, 1, 0]
    assert visual_order([0, 1, 1, 0]) == [0, 2, 1, 3]
