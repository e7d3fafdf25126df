"""The corpus: no folder is read worse than it was."""

from pathlib import Path

import pytest
from benchmarks.recogniser import Board, keys_of, manuscripts, score

HERE = Path(__file__).parent

FLOORS = {"open": (1.0, 500), "blind": (0.99, 500), "afar": (0.994, 500), "gharib": (0.965, 500), "qarib": (0.985, 450)}
"""The least F1 of each folder, and fewer blocks than its golds have."""


@pytest.mark.parametrize(("folder", "floor", "blocks"), [(folder, *least) for folder, least in FLOORS.items()])
def test_a_folder_is_read_no_worse_than_before(folder: str, floor: float, blocks: int) -> None:
    board = Board()
    for kind, text, gold in manuscripts([HERE / folder]):
        score(board, kind, *keys_of(text, gold))
    assert board.whole.wanted > blocks
    assert board.whole.f1 >= floor
