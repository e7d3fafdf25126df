"""E8: two systems of digits in the Arabic text of one book."""

import re
from collections import defaultdict
from collections.abc import Iterator

from publisher.arabic.digits import FAMILIES
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import Piece
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.script import LATIN, arabic_pieces
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

MIXED = must(
    "EPUB-E8",
    (
        "في الكتاب نظامان للأرقام: «{rare}» {few} من المرّات، والغالب نظام «{usual}» ({many}).",
        "the book mixes two systems of digits: “{rare}” {few} times, mostly “{usual}” ({many})",
    ),
    (
        "وحّد الأرقام في الكتاب كله: إمّا ١٢٣ وإمّا 123، إلا ما كان داخل كلام أجنبي.",
        "keep one system in the whole book, ١٢٣ or 123, but for what stands in foreign text",
    ),
)
_TOKEN = re.compile(r"\S*\d\S*")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding at the first number of the rarer system."""
    found: dict[str, list[tuple[str, Tree, Piece]]] = defaultdict(list)
    for page in archive.text_pages:
        for piece in arabic_pieces(page):
            for token in _TOKEN.findall(piece.text):
                if LATIN.search(token):
                    continue
                for name, digits in FAMILIES.items():
                    if number := "".join(c for c in token if c in digits):
                        found[name].append((number, page, piece))
    if len(found) > 1:
        usual, *rest = sorted(found.values(), key=len, reverse=True)
        for rare in rest:
            number, page, piece = rare[0]
            yield MIXED.at(page.span(piece.owner), rare=number, few=len(rare), usual=usual[0][0], many=len(usual))


RULE = Rule("E8", check, is_rtl_only=True)
