"""E12: a line of verse whose halves run together where its styling is not known."""

import itertools
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive, has_rtl_text
from publisher.verify.epub.markup import Element, elements, lineage, local, text_of, types_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

TOGETHER = should(
    "EPUB-E12",
    (
        "شطرا البيت «{text}» بلا فاصل مرئي بينهما، فيتصلان حيث لا يُعرف تنسيق الأعمدة ({count} في الصفحة).",
        "no visible sign parts the halves of the verse “{text}”: they run together where columns are unknown ({count} on the page)",
    ),
    (
        'ضع بين الشطرين نصًّا يُرى، مثل ‎<span class="gap"> *** </span>‎.',
        'put visible text between the halves, such as <span class="gap"> *** </span>',
    ),
)
GRID = should(
    "EPUB-E12",
    (
        "يرتّب CSS الشعر بالخاصّة ‎display: {value}‎ خارج ‎@supports‎.",
        "CSS arranges verse with display: {value} outside @supports",
    ),
    ("انقل الأعمدة إلى داخل ‎@supports (display: grid)‎.", "move the columns into @supports (display: grid)"),
)
_BAYT = frozenset({"bayt", "bait", "beit", "verse-line"})
_VERSE = frozenset({"verse", "poem", "poetry", "stanza", "z3998:verse", "z3998:poem"})
_COLUMNS = frozenset({"grid", "inline-grid", "flex", "inline-flex", "table", "table-cell", "table-row"})


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding for each page, and one for each declaration."""
    for page in archive.text_pages:
        together = [e for e in elements(page.root, "p", "div", "li") if _is_bayt(e) and _run_together(e)]
        if together:
            yield TOGETHER.at(page.span(together[0]), text=text_of(together[0]), count=len(together))
    seen = set[int]()
    for style, _, found in archive.styled("display"):
        for declaration in style.values("display"):
            if "supports" in style.conditions or declaration.value.lower() not in _COLUMNS or id(declaration) in seen:
                continue
            if any(_is_in_verse(element) for element in found):
                seen.add(id(declaration))
                yield GRID.at(declaration.span, value=declaration.value)


def _kinds(element: Element) -> set[str]:
    return {*(element.get("class") or "").split(), *types_of(element)}


def _is_bayt(element: Element) -> bool:
    if _kinds(element) & _BAYT:
        return True
    return local(element) == "p" and any(_kinds(e) & _VERSE for e in element.iterancestors())


def _is_in_verse(element: Element) -> bool:
    return any(_kinds(e) & (_BAYT | _VERSE) for e in lineage(element))


def _run_together(bayt: Element) -> bool:
    """Whether two halves follow each other with only space, or nothing, between them."""
    halves = [child for child in bayt if local(child) == "span"]
    return any(
        has_rtl_text(one) and has_rtl_text(other) and one.getnext() is other and not (one.tail or "").strip()
        for one, other in itertools.pairwise(halves)
    )


RULE = Rule("E12", check, is_rtl_only=True)
