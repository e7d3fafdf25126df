"""The e-books that every test of the edition may ask for, each made once."""

import pytest
from tests.epub.ebook import Ebook, long_book, seed, specimen


@pytest.fixture(params=[specimen, seed, long_book], ids=["specimen", "seed", "long"])
def ebook(request: pytest.FixtureRequest) -> Ebook:
    """Each of the three books in turn."""
    made: Ebook = request.param()
    return made
