"""I5: the text has page markers, and the metadata do not say of which print edition."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, is_a
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

MISSING = must(
    "EPUB-I5",
    (
        "في النصّ علامات صفحات ولا تذكر البيانات طبعتها الورقية.",
        "the text has page markers; the metadata do not say of which print edition",
    ),
    (
        'أضف ‎<meta property="pageBreakSource">urn:isbn:…</meta>‎، أو none إن لم تكن لها طبعة.',
        'add <meta property="pageBreakSource">urn:isbn:…</meta>, or none when there is no print edition',
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding at the first marker."""
    opf = archive.opf
    if any(s.value for s in opf.stated("pageBreakSource")):
        return
    if any(s.value == "pagination" and s.refines for s in opf.stated("source-of")):
        return
    marker = next(((p, e) for p in archive.text_pages for e in elements(p.root) if is_a(e, "pagebreak")), None)
    if marker is not None:
        yield MISSING.at(marker[0].span(marker[1]))


RULE = Rule("I5", check)
