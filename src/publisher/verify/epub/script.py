"""What the rules ask of a stretch of Arabic text: foreign words in it, and whether it stands as left-to-right text."""

import re
from collections.abc import Iterator

from publisher.verify.epub.lines import Piece, lines_of
from publisher.verify.epub.markup import CODE, Element, is_rtl_language, language_of, lineage, local, own_direction
from publisher.verify.epub.tree import Tree

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
ADDRESS = re.compile(r"\s*(https?://|www\.|mailto:|[^\s@]+@[^\s@]+\.)", re.IGNORECASE)


def is_code(element: Element) -> bool:
    """Whether an element is code, mathematics or drawing, or stands in one."""
    return any(local(e) in CODE for e in lineage(element))


def is_set_ltr(element: Element) -> bool:
    """Whether the markup between a page's body and an element turns it left to right."""
    for e in lineage(element):
        if stated := own_direction(e):
            return stated == "ltr" and local(e) not in ("body", "html")
    return False


def is_in_latin_language(element: Element) -> bool:
    """Whether the language that holds in an element is written from left to right."""
    language = language_of(element)
    return bool(language) and not is_rtl_language(language)


def arabic_pieces(page: Tree) -> Iterator[Piece]:
    """Yield the stretches of a page that run from right to left, code left out."""
    for line in lines_of(page):
        for piece in line:
            if not is_code(piece.owner) and not is_set_ltr(piece.owner):
                yield piece
