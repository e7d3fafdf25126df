"""The words that a book prints by itself, by language: contents, chapter, figure, months, division names.

A language is one TOML file in this folder; a word missing there is taken from Arabic.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Division:
    """A noun that names a division of a book (فصل، مقالة)."""

    noun: str
    definite: str
    """As it stands before its ordinal: الفصل."""
    is_feminine: bool
    rank: int
    """Usual height: 1 contains 2, and so on."""


@dataclass(frozen=True)
class Words:
    """The printed words of one language."""

    table: dict[str, Any]

    def __getitem__(self, key: str) -> str:
        """Return a printed word by its key."""
        return str(self.table["words"][key])

    def listed(self, items: Iterable[str]) -> str:
        """Return what there is of some items, with commas between."""
        return f"{self['comma']} ".join(filter(None, items))

    def months(self, region: str) -> tuple[str, ...]:
        """Return the names of the Gregorian months as a region says them (DAT-03)."""
        months = self.table["months"]
        family = next((name for name, regions in self.table["month-regions"].items() if region in regions), "default")
        return tuple(months[family])

    def hijri_months(self) -> tuple[str, ...]:
        """Return the names of the months of the Hijri year."""
        return tuple(self.table["months"]["hijri"])

    def divisions(self) -> tuple[Division, ...]:
        """Return the nouns of divisions, highest first."""
        return tuple(Division(d["noun"], d["definite"], d["feminine"], d["rank"]) for d in self.table["divisions"])


@cache
def words_of(language: str) -> Words:
    """Return the words of a language by its BCP 47 tag; Arabic where there is no file for it."""
    folder = resources.files(__name__)
    primary = language.split("-", maxsplit=1)[0].lower()
    arabic = tomllib.loads((folder / "ar.toml").read_text(encoding="utf-8"))
    file = folder / f"{primary}.toml"
    if primary == "ar" or not file.is_file():
        return Words(arabic)
    own = tomllib.loads(file.read_text(encoding="utf-8"))
    return Words({**arabic, **own, "words": {**arabic["words"], **own.get("words", {})}})
