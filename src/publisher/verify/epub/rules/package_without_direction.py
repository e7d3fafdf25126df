"""B2: the package does not say that its names run from right to left."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import own_direction
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

MISSING = must(
    "EPUB-B2",
    (
        'ليس على ‎<package>‎ اتجاه ‎dir="rtl"‎، فيُعرض العنوان وأسماء المؤلفين من اليسار.',
        '<package> has no dir="rtl": title and names are shown from left to right',
    ),
    ('أضف ‎dir="rtl"‎ إلى ‎<package>‎.', 'add dir="rtl" to <package>'),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when the direction is not stated."""
    if own_direction(archive.opf.root) != "rtl":
        yield MISSING.at(archive.opf.tree.span(archive.opf.root))


RULE = Rule("B2", check, is_rtl_only=True)
