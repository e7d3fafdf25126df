"""D8: the contents page of the book also shows the landmarks or the list of printed pages."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, is_a, is_hidden
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

SHOWN = should(
    "EPUB-D8",
    ("تظهر «{kind}» للقارئ في صفحة المحتويات.", "the reader sees the “{kind}” on the contents page"),
    ('أضف ‎hidden="hidden"‎ إلى ‎<nav epub:type="{kind}">‎.', 'add hidden="hidden" to <nav epub:type="{kind}">'),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each list that shows, where the navigation document is a page of the book."""
    nav = archive.nav
    if nav is None or nav.tree not in archive.spine_pages:
        return
    for element in elements(nav.tree.root, "nav"):
        for kind in ("landmarks", "page-list"):
            if is_a(element, kind) and not is_hidden(element):
                yield SHOWN.at(nav.tree.span(element), kind=kind)


RULE = Rule("D8", check)
