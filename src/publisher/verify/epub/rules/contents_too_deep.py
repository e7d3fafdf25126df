"""D7: contents of more than three levels, which most devices flatten."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

DEEP = should(
    "EPUB-D7",
    (
        "المحتويات من {depth} مستويات، والأجهزة تعرض ثلاثة على الأكثر.",
        "the contents are {depth} levels deep; devices show three at most",
    ),
    ("اقتصر على ثلاثة مستويات من العناوين.", "keep to three levels of headings"),
)
DEEPEST = 3


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding at the first entry that is too deep."""
    if archive.nav is None:
        return
    deep = next((entry for entry in archive.nav.toc if entry.level > DEEPEST), None)
    if deep is not None:
        depth = max(entry.level for entry in archive.nav.toc)
        yield DEEP.at(archive.nav.tree.span(deep.element), depth=depth)


RULE = Rule("D7", check)
