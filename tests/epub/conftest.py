"""The e-books that every test of the edition may ask for, each made once."""

import pytest
from tests.epub.ebook import Ebook, bench_book, long_book, pasted, seed, specimen


@pytest.fixture(params=[specimen, seed, long_book], ids=["specimen", "seed", "long"])
def ebook(request: pytest.FixtureRequest) -> Ebook:
    """Each of the three books in turn."""
    made: Ebook = request.param()
    return made


@pytest.fixture(
    params=[specimen, seed, long_book, pasted, bench_book], ids=["specimen", "seed", "long", "pasted", "bench"]
)
def any_ebook(request: pytest.FixtureRequest) -> Ebook:
    """Each of those, a pasted text and the book of the bench in turn."""
    made: Ebook = request.param()
    return made
