"""E11: a page of 300 KB or more, or one that holds several chapters."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, is_a
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

LONG = should(
    "EPUB-E11",
    (
        "حجم الصفحة {size} كيلوبايت، فيبطؤ فتحها على أجهزة الحبر الإلكتروني.",
        "the page is of {size} KB: devices with electronic ink open it slowly",
    ),
    ("قسّمها: ملفّ لكل فصل، دون 300 كيلوبايت.", "divide it: a file for each chapter, below 300 KB"),
)
SEVERAL = should(
    "EPUB-E11",
    ("في الصفحة {count} فصول.", "the page holds {count} chapters"),
    ("اجعل لكل فصل ملفًّا.", "give each chapter a file"),
)
LONGEST = 300_000


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such page."""
    for page in archive.text_pages:
        if len(page.data) >= LONGEST:
            yield LONG.at(page.span(), size=len(page.data) // 1000)
        chapters = [e for e in elements(page.root, "section", "article", "div") if is_a(e, "chapter")]
        if len(chapters) > 1:
            yield SEVERAL.at(page.span(chapters[1]), count=len(chapters))


RULE = Rule("E11", check)
