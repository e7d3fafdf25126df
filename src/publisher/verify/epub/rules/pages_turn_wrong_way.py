"""B3: the spine does not turn its pages from right to left."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

WRONG = must(
    "EPUB-B3",
    (
        "لا يقول ‎<spine>‎ إن الصفحات تُقلَّب من اليمين، فيُقرأ الكتاب من آخره.",
        "<spine> does not turn the pages from right to left: the book opens at its wrong side",
    ),
    ('أضف ‎page-progression-direction="rtl"‎ إلى ‎<spine>‎.', 'add page-progression-direction="rtl" to <spine>'),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when the progression is not right-to-left."""
    spine = archive.opf.spine_element
    stated = "" if spine is None else (spine.get("page-progression-direction") or "").strip()
    if stated != "rtl":
        yield WRONG.at(archive.opf.tree.span(archive.opf.root if spine is None else spine))


RULE = Rule("B3", check, is_rtl_only=True)
