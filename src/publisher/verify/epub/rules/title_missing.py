"""C1: the book has no title, or several that nobody can tell apart."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NONE = must(
    "EPUB-C1",
    ("ليس في البيانات عنوان للكتاب.", "the metadata give the book no title"),
    ("اكتب عنوان الكتاب في ‎<dc:title>‎.", "write the book's title in <dc:title>"),
)
UNTOLD = must(
    "EPUB-C1",
    (
        "في البيانات عدّة عناوين لا يُعرف أيّها الرئيس.",
        "the metadata give several titles and do not say which is the main one",
    ),
    (
        "صف كل عنوان بخاصّة ‎title-type‎: main أو subtitle أو collection.",
        "refine each with title-type: main, subtitle or collection",
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when there is no title, or no main one."""
    opf = archive.opf
    titles = opf.stated("dc:title")
    if not any(title.value for title in titles):
        yield NONE.at(opf.tree.span(titles[0].element if titles else opf.root))
    elif len(titles) > 1:
        kinds = [s.value for title in titles for s in opf.about(title, "title-type")]
        if len(kinds) < len(titles) or kinds.count("main") != 1:
            yield UNTOLD.at(opf.tree.span(titles[1].element))


RULE = Rule("C1", check)
