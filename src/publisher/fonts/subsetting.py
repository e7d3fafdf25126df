"""Cuts a face down to what an e-book needs, by HarfBuzz, with every layout feature kept.

The whole Arabic block stays, so that a reader's own searches, notes and dictionaries show too (EPUB.md G6).
"""

from collections.abc import Iterable
from typing import Any

import uharfbuzz as hb

from publisher.arabic.letters import ZWJ, ZWNJ

LRM, RLM = "\u200e", "\u200f"
ARABIC_BLOCK = range(0x0600, 0x0700)
DOTTED_CIRCLE = "\u25cc"
ALWAYS = frozenset((*map(chr, ARABIC_BLOCK), ZWJ, ZWNJ, LRM, RLM, DOTTED_CIRCLE, " ", "\u00a0"))
"""What a subset keeps beside the characters of the book."""


class SubsetFailed(Exception):  # noqa: N818 - names what is so
    """HarfBuzz could not cut the face."""


def subset(data: bytes, characters: Iterable[str]) -> bytes:
    """Return a font file with the given characters, the Arabic block, and all layout features and names."""
    wanted: Any = hb.SubsetInput()
    for kept in (wanted.layout_feature_tag_set, wanted.layout_script_tag_set, wanted.name_id_set):
        kept.clear()
        kept.invert()
    wanted.unicode_set.update(sorted(ord(character) for character in {*characters, *ALWAYS}))
    cut = wanted.subset(hb.Face(data))
    if cut is None:
        raise SubsetFailed
    return bytes(cut.blob.data)
