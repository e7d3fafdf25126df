"""Every rule of the EPUB finds its defect, and nothing else, in three different good books (EPUB.md §4.5)."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from tests.verify import plants
from tests.verify.good.garden import garden
from tests.verify.good.harbour import harbour
from tests.verify.good.ours import ours
from tests.verify.good.parts import Files
from tests.verify.planting import Copy, Plant

from publisher.verify.epub import judge, known_rules

BOOKS: dict[str, Callable[[], Files]] = {"garden": garden, "harbour": harbour, "ours": ours}


def _plants() -> Iterator[tuple[str, str, Plant]]:
    for module in sorted(m.name for m in pkgutil.iter_modules(plants.__path__)):
        planted = importlib.import_module(f"tests.verify.plants.{module}")
        yield from ((planted.CODE, name, plant) for name, plant in planted.PLANTS.items())


PLANTS = tuple(_plants())


@cache
def codes_of_good(book: str) -> tuple[str, ...]:
    """Return what is found in a good book: nothing."""
    return tuple(f"{d.code} {d.span} {d.message.en}" for d in judge("good.epub", Copy(BOOKS[book]()).pack()))


@pytest.mark.parametrize("book", BOOKS)
def test_a_good_book_is_clean(book: str) -> None:
    assert codes_of_good(book) == ()


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize(("code", "plant"), [pytest.param(c, p, id=f"{c}-{name}") for c, name, p in PLANTS])
def test_a_planted_defect_is_found_and_nothing_else(book: str, code: str, plant: Plant) -> None:
    copy = Copy(BOOKS[book]())
    data = plant(copy) or copy.pack()
    found = judge("planted.epub", data)
    assert {d.code for d in found} == {code}, [f"{d.code} {d.message.en}" for d in found]
    assert all(d.span is not None and d.span.file.startswith("planted.epub!") for d in found)


def test_every_rule_has_its_defect() -> None:
    assert {f"EPUB-{rule.id}" for rule in known_rules()} <= {code for code, _, _ in PLANTS}
