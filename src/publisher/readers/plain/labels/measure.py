"""Words of measure: what a number before them counts, so that it is no label (1.5 مليون، 3.2 كيلومتر)."""

import re
import tomllib
from functools import cache
from importlib import resources

from publisher.readers.plain.folding import fold

_WORD = re.compile(r"[%٪]|[\u0621-\u064a\u064b-\u065f\u0670]+")


@cache
def _units() -> frozenset[str]:
    return frozenset(tomllib.loads((resources.files(__package__) / "units.toml").read_text(encoding="utf-8"))["units"])


def measures(text: str, at: int) -> bool:
    """Whether a unit stands at a place of the text."""
    found = _WORD.match(text, at)
    return found is not None and (found[0] in "%٪" or fold(found[0]) in _units())
