"""Every rule of the EPUB finds its defect, and nothing else, in three different good books (EPUB.md §4.5)."""

import importlib
import pkgutil
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.verify import plants
from tests.verify.good.garden import garden
from tests.verify.good.harbour import harbour
from tests.verify.good.ours import ours
from tests.verify.good.parts import Files
from tests.verify.planting import Copy, Plant

from publisher.diagnostic import Finding
from publisher.verify.epub import judge, known_rules, rules

ROOT = Path(__file__).parents[2]
SEVERITY = {"must": "error", "should": "warning"}

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


STRICTER = {"EPUB-E10": {"error", "warning"}, "EPUB-B9": {"error", "warning"}}
"""A skipped level of heading and contents that differ between nav and NCX are errors, though they only should not be."""
MILDER = {"EPUB-B8": {"error", "warning"}}
"""A random identifier may be kept for ever: only its maker knows."""


def test_what_must_be_is_an_error_and_what_should_be_a_warning() -> None:
    levels = tomllib.loads((ROOT / "docs/epub-requirements.toml").read_text(encoding="utf-8"))
    said: dict[str, set[str]] = defaultdict(set)
    for module in pkgutil.iter_modules(rules.__path__):
        for value in vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values():
            if isinstance(value, Finding):
                said[value.code].add(value.severity.value)
    usual = {f"EPUB-{key}": {SEVERITY[entry["level"]]} for key, entry in levels.items()}
    assert {code: found for code, found in said.items() if code in usual} == {
        code: ({**usual, **STRICTER, **MILDER})[code] for code in said if code in usual
    }
