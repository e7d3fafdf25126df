"""E10: a level of heading is skipped, or a page has several main headings."""

import itertools
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import HEADINGS, Element, elements, is_hidden, local, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must, should

SKIPPED = must(
    "EPUB-E10",
    (
        "يقفز العنوان «{text}» من المستوى {before} إلى {level}.",
        "the heading “{text}” leaps from level {before} to {level}",
    ),
    (
        "اجعل كل عنوان تحت الذي قبله بمستوى واحد على الأكثر.",
        "let each heading be at most one level below the one before",
    ),
)
SEVERAL = should(
    "EPUB-E10",
    ("في الصفحة أكثر من عنوان رئيس: «{text}».", "the page has more than one main heading: “{text}”"),
    ("اجعل لكل فصل ملفًّا وعنوان ‎h1‎ واحدًا.", "give each chapter a file and one h1"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each leap and for each main heading after the first."""
    first_before = 1
    for page in archive.text_pages:
        headings = [h for h in elements(page.root, *HEADINGS) if not is_hidden(h)]
        if not headings:
            continue
        if _level(headings[0]) > first_before + 1:
            yield _skipped(page, headings[0], first_before)
        first_before = _level(headings[0])
        for before, heading in itertools.pairwise(headings):
            if _level(heading) > _level(before) + 1:
                yield _skipped(page, heading, _level(before))
        for extra in [h for h in headings if local(h) == "h1"][1:]:
            yield SEVERAL.at(page.span(extra), text=text_of(extra))


def _level(heading: Element) -> int:
    return int(local(heading)[1])


def _skipped(page: Tree, heading: Element, before: int) -> Diagnostic:
    return SKIPPED.at(page.span(heading), text=text_of(heading), before=before, level=_level(heading))


RULE = Rule("E10", check)
