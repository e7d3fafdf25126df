"""E13: a foreign passage without language and direction, or quotation marks that the reading system makes."""

from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import Piece, lines_of
from publisher.verify.epub.markup import elements, lineage, local, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.script import ADDRESS, LATIN, is_code, is_in_latin_language, is_set_ltr
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import should

PASSAGE = should(
    "EPUB-E13",
    (
        "فقرة أجنبية بلا لغة أو اتجاه: «{text}» ({count} في الصفحة).",
        "a foreign passage without language and direction: “{text}” ({count} on the page)",
    ),
    ('أضف إلى الفقرة ‎lang="en" xml:lang="en" dir="ltr"‎.', 'add lang="en" xml:lang="en" dir="ltr" to the paragraph'),
)
GENERATED = should(
    "EPUB-E13",
    (
        "علامتا التنصيص في «{text}» يصنعهما جهاز القراءة (‎<q>‎).",
        "the reading system makes the quotation marks of “{text}” (<q>)",
    ),
    ("اكتب علامتي التنصيص « » نصًّا بدل ‎<q>‎.", "write the marks « » as text instead of <q>"),
)
SHORTEST = 3
"""Words of a passage."""


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding of each kind for a page."""
    for page in archive.text_pages:
        found = [line for line in lines_of(page) if _is_unmarked(line)]
        if found:
            text = " ".join("".join(piece.text for piece in found[0]).split())
            yield PASSAGE.at(page.span(found[0][0].owner), text=text[:60], count=len(found))
        yield from _generated(page)


def _is_unmarked(line: tuple[Piece, ...]) -> bool:
    text = "".join(piece.text for piece in line)
    if has_arabic(text) or len(LATIN.findall(text)) < SHORTEST or ADDRESS.match(text):
        return False
    owners = [piece.owner for piece in line if LATIN.search(piece.text)]
    return not all(is_code(owner) or (is_set_ltr(owner) and is_in_latin_language(owner)) for owner in owners)


def _generated(page: Tree) -> Iterator[Diagnostic]:
    first = next((q for q in elements(page.root, "q") if not any(local(e) == "svg" for e in lineage(q))), None)
    if first is not None:
        yield GENERATED.at(page.span(first), text=text_of(first)[:60])


RULE = Rule("E13", check, is_rtl_only=True)
