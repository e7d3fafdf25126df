"""The list of what an e-book must get right: complete, and true of what it names as proof."""

import ast
import tomllib
from typing import Any

import pytest
from tests.epub.ebook import ROOT, Ebook

from publisher.verify.epub import judge, known_rules

SIZES = {"A": 8, "B": 12, "C": 9, "D": 9, "E": 13, "F": 7, "G": 14, "H": 8, "I": 9, "J": 7}
"""How many requirements each group has."""


def _listed() -> dict[str, Any]:
    return tomllib.loads((ROOT / "docs/epub-requirements.toml").read_text(encoding="utf-8"))


def _tests() -> set[str]:
    found = set()
    for path in (ROOT / "tests/epub").glob("test_*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                found.add(f"{path.name}::{node.name}")
    return found


def test_every_requirement_is_listed() -> None:
    """All 96 ids, 58 of them musts, each in one line."""
    wanted = [f"{group}{number}" for group, size in SIZES.items() for number in range(1, size + 1)]
    listed = _listed()
    assert list(listed) == wanted
    assert len(wanted) == 96
    levels = [entry["level"] for entry in listed.values()]
    assert set(levels) == {"must", "should"}
    assert levels.count("must") == 58
    assert all(entry["says"].strip() for entry in listed.values())


def test_every_requirement_is_proved_or_says_why_not() -> None:
    """Named tests exist; a rule is claimed exactly where there is one; what has neither has a note."""
    tests, rules = _tests(), {rule.id for rule in known_rules()}
    for key, entry in _listed().items():
        assert set(entry["tests"]) <= tests, key
        assert entry["gate"] == (key in rules), key
        assert entry["tests"] or entry.get("note"), key


@pytest.mark.slow
def test_our_own_books_pass_the_gate(any_ebook: Ebook) -> None:
    """`publisher verify` finds nothing in what the edition makes, warnings included."""
    found = [(d.code, d.message.en) for d in judge("book.epub", any_ebook.data)]
    assert found == []
