"""What the reader of plain text saw, in the language of the messages."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

_FILLED: Final = re.compile(r"\d+%|^\d+(?= )|(?<=^form ).+|(?<=^mark ).+|(?<=^ends in )(?!commas).+")
"""What is counted or quoted in a reason."""


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: Any = tomllib.loads((files(__package__) / "evidence.toml").read_text("utf-8"))
    return dict(found)


def kind_in(language: str, kind: str) -> str:
    """Return the name of a kind of block."""
    return kind if language != "ar" else _words()["kinds"].get(kind, kind)


def seen_in(language: str, seen: str) -> str:
    """Return a reason of the reader; as it is in English, and where no word is known for it."""
    if language != "ar":
        return seen
    filled = _FILLED.search(seen)
    if seen in _words()["seen"] or filled is None:
        return _words()["seen"].get(seen, seen)
    form = f"{seen[: filled.start()]}{{}}{seen[filled.end() :]}"
    value = filled[0].partition(" ")[0] if form.startswith("form") else filled[0]
    return _words()["seen"].get(form, seen).replace("{}", _words()["forms"].get(value, value))
