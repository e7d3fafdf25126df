"""Honorifics as one character or in words (QUR-02). Only those that the book's faces have become one character."""

import re
from collections.abc import Iterator

from publisher.arabic.classes import MARK
from publisher.diagnostic import Said
from publisher.typography.rule import House, Rule, fixes
from publisher.walk.line import WORD, Edit, Flat

WORDS = {
    "ﷺ": "صلى الله عليه وسلم",
    "ﷻ": "جل جلاله",
    "\ufd40": "رحمه الله",
    "\ufd41": "رضي الله عنه",
    "\ufd42": "رضي الله عنها",
    "\ufd43": "رضي الله عنهم",
    "\ufd44": "رضي الله عنهما",
    "\ufd45": "رضي الله عنهن",
    "\ufd47": "عليه السلام",
}
"""What each honorific says."""
AS_ONE = ("ﷺ", "ﷻ")
"""Those that are set as one character on request (QUR-07)."""


def _spelling(words: str) -> str:
    """Return the expression for words with or without marks, and with either yeh at the end."""
    letters = (rf"{'[ىي]' if c == 'ى' else c}[{MARK}]*" if c != " " else r"[ \u00a0]+" for c in words)
    return "".join(letters)


_SPELLED = {sign: re.compile(rf"(?<![{WORD}]){_spelling(WORDS[sign])}(?![{WORD}])") for sign in AS_ONE}
_SIGN = re.compile(f"[{''.join(WORDS)}]")


def _to_signs(flat: Flat, _house: House) -> Iterator[Edit]:
    found = [Edit(*m.span(), sign) for sign, spelled in _SPELLED.items() for m in spelled.finditer(flat.text)]
    yield from sorted(found, key=lambda edit: edit.start)


def _to_words(flat: Flat, _house: House) -> Iterator[Edit]:
    for sign in _SIGN.finditer(flat.text):
        words = WORDS[sign.group()]
        is_glued = sign.start() > 0 and not flat.text[sign.start() - 1].isspace()
        yield Edit(*sign.span(), f" {words}" if is_glued else words)


RULES = (
    Rule(
        "QUR-02",
        Said("عبارات التعظيم حرفًا واحدًا", "honorifics as one character"),
        fixes("honorifics", "ligature"),
        _to_signs,
    ),
    Rule("QUR-02", Said("عبارات التعظيم بألفاظها", "honorifics in words"), fixes("honorifics", "words"), _to_words),
)
