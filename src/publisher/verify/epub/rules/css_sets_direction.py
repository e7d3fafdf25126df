"""G1: the style sheet sets direction, which belongs to the markup."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

DIRECTION = must(
    "EPUB-G1",
    ("في CSS ‎{name}: {value}‎، وهو ممنوع في EPUB.", "the style sheet says {name}: {value}, which an EPUB may not"),
    ('احذفه واجعل الاتجاه في الصفحة: ‎dir="rtl"‎.', 'remove it and state the direction in the page: dir="rtl"'),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such declaration."""
    for style in archive.styles:
        for declaration in style.values("direction", "unicode-bidi"):
            yield DIRECTION.at(declaration.span, name=declaration.name, value=declaration.value)


RULE = Rule("G1", check)
