"""I1: the metadata do not say how the book can be read."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

UNSTATED = must(
    "EPUB-I1",
    ("ليس في البيانات من حقول الإتاحة: {missing}.", "of the accessibility metadata these are absent: {missing}"),
    (
        'أضف ‎<meta property="schema:accessMode">textual</meta>‎ وأخواتها، محسوبة من محتوى الكتاب.',
        'add <meta property="schema:accessMode">textual</meta> and its like, computed from what the book holds',
    ),
)
NEEDED = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding for all that is absent."""
    opf = archive.opf
    if missing := [name for name in NEEDED if not any(s.value for s in opf.stated(f"schema:{name}"))]:
        yield UNSTATED.at(opf.tree.span(opf.root), missing=" + ".join(missing))


RULE = Rule("I1", check)
