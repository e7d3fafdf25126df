"""Where the words of the Qur'an stand in a line: by their class, or between their brackets."""

import re
from collections.abc import Iterator

from publisher.verify.epub.lines import Piece
from publisher.verify.epub.markup import Element, lineage, types_of

_CLASSES = frozenset({"quran", "quran-block", "ayah", "aya", "ayat", "mushaf", "qur-an", "scripture"})
_OPEN, _CLOSE = "﴿", "﴾"


def is_quran(element: Element) -> bool:
    """Whether an element or what it stands in is marked as words of the Qur'an."""
    return any(_CLASSES & {*(e.get("class") or "").lower().split(), *types_of(e)} for e in lineage(element))


def split(line: tuple[Piece, ...]) -> Iterator[tuple[Piece, str, bool]]:
    """Yield the parts of a line, each with its piece and whether it is of the Qur'an."""
    is_open = False
    for piece in line:
        marked = is_quran(piece.owner)
        for part in re.split(f"([{_OPEN}{_CLOSE}])", piece.text):
            if part == _OPEN:
                is_open = True
            elif part == _CLOSE:
                is_open = False
            elif part:
                yield piece, part, marked or is_open
