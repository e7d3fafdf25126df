"""Text that was pasted in already set: letters in their shapes, or the whole line in visual order. Told and undone.

What order a line of shapes stands in is read from the shapes themselves: a beginning is followed by a middle or an
end where the line is logical, and the other way round where it is visual. In plain letters the evidence is what no
Arabic word does: it never begins with ة or ى, and hardly ever ends in the article.
"""

import re
import unicodedata
from itertools import pairwise

from bidi.algorithm import get_display

from publisher.arabic.letters import BIDI_CONTROLS, is_presentation_form

_OPENS = frozenset({"<initial>", "<medial>"})
_CLOSES = frozenset({"<final>", "<medial>"})

_SHAPE = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = "[\u0621-\u064a]"
_WORD = f"(?<!{_LETTER})(?:{{}})(?!{_LETTER})"
_REVERSED_WORD = re.compile(_WORD.format(rf"[ةى]{_LETTER}+|{_LETTER}{{2,}}لا|يف|نم|ىلع|ىلإ|نع|يتلا|يذلا|اذه|هذه"))
_LOGICAL_WORD = re.compile(_WORD.format(rf"{_LETTER}+[ةى]|ال{_LETTER}{{2,}}|في|من|على|إلى|عن|التي|الذي|هذا"))
_UNKNOWN = "\ufffd"
_LEAST = 3


def is_reversed(line: str) -> bool:
    """Whether a line stands in visual order."""
    forward, backward = _shapes(line) if _SHAPE.search(line) else (0, 0)
    if forward or backward:
        return backward > forward
    against = len(_REVERSED_WORD.findall(line))
    return against >= _LEAST and against > 2 * len(_LOGICAL_WORD.findall(line))


def _shapes(line: str) -> tuple[int, int]:
    """Count the pairs of shapes that join in logical order, and those that join in visual order."""
    kinds = [unicodedata.decomposition(c).partition(" ")[0] for c in line]
    forward = sum(a in _OPENS and b in _CLOSES for a, b in pairwise(kinds))
    backward = sum(a in _CLOSES and b in _OPENS for a, b in pairwise(kinds))
    return forward, backward


def logical(line: str) -> str:
    """Return a line in visual order as it is said, in plain letters.

    The library knows no isolates, and no characters without a bidi class: controls are left out, the others replaced.
    """
    bare = "".join(c if unicodedata.bidirectional(c) else _UNKNOWN for c in line if c not in BIDI_CONTROLS)
    return plain(str(get_display(bare, base_dir="R")))


def plain(text: str) -> str:
    """Return text with its presentation forms as plain letters; honorifics and brackets of verses stay."""
    return "".join(unicodedata.normalize("NFKC", c) if is_presentation_form(c) else c for c in text)
