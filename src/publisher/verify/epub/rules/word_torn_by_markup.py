"""E3: an inline element begins or ends inside a joined word, and no joiner holds the letters together."""

import itertools
from collections.abc import Iterator

from publisher.arabic.letters import ZWJ, is_arabic_letter, joins
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import lines_of
from publisher.verify.epub.markup import Element
from publisher.verify.epub.quran import is_quran
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.script import is_code
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

TORN = must(
    "EPUB-E3",
    (
        "ينقطع اتصال الحروف عند حدّ عنصر في «{word}» ({count} في الصفحة).",
        "the letters of “{word}” come apart at the edge of an element ({count} on the page)",
    ),
    (
        "ضع U+200D على جانبَي الحدّ، أو أخرج العلامة من وسط الكلمة.",
        "put U+200D on both sides of the edge, or keep markup out of the word",
    ),
)
_ALEFS = frozenset("اأإآٱ")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding for each page that has torn words."""
    for page in archive.pages:
        torn = list(_torn(page))
        if torn:
            yield TORN.at(page.span(torn[0][1]), word=torn[0][0], count=len(torn))


def _torn(page: Tree) -> Iterator[tuple[str, Element]]:
    for line in lines_of(page):
        for before, after in itertools.pairwise(line):
            if not after.crossed or is_code(before.owner) or is_code(after.owner):
                continue
            if is_quran(before.owner) or is_quran(after.owner):
                continue
            if joins(before.text, after.text) and not _is_held(before.text, after.text):
                yield _word(before.text, after.text), after.crossed[0]


def _is_held(before: str, after: str) -> bool:
    """Whether joiners stand on both sides, or the edge parts a lam from its alef, which no joiner can mend."""
    last = next((c for c in reversed(before) if is_arabic_letter(c)), "")
    first = next((c for c in after if is_arabic_letter(c)), "")
    return (before.endswith(ZWJ) and after.startswith(ZWJ)) or (last == "ل" and first in _ALEFS)


def _word(before: str, after: str) -> str:
    return (before.split()[-1:] or [""])[0] + (after.split()[:1] or [""])[0]


RULE = Rule("E3", check, is_rtl_only=True)
