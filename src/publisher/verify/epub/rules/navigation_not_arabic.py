"""D2: the navigation document is not set from right to left, or its headings are in another script."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive, has_rtl_text
from publisher.verify.epub.markup import (
    HEADINGS,
    elements,
    is_rtl_language,
    lineage,
    local,
    own_direction,
    own_language,
    text_of,
)
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

DIRECTION = must(
    "EPUB-D2",
    (
        'وثيقة التنقّل بلا ‎dir="rtl"‎ و‎lang‎ على ‎<html>‎، فتظهر المحتويات من اليسار.',
        'the navigation document has no dir="rtl" and lang on <html>: the contents stand at the wrong side',
    ),
    ('أضف ‎<html lang="ar" xml:lang="ar" dir="rtl">‎.', 'write <html lang="ar" xml:lang="ar" dir="rtl">'),
)
HEADING = must(
    "EPUB-D2",
    (
        "عنوان «{text}» في وثيقة التنقّل ليس بلغة الكتاب.",
        "the heading “{text}” of the navigation is not in the book's language",
    ),
    (
        "اكتبه بالعربية: «المحتويات»، «المعالم»، «صفحات الطبعة الورقية».",
        "write it in Arabic: «المحتويات», «المعالم», «صفحات الطبعة الورقية»",
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for the direction and for each heading."""
    if archive.nav is None:
        return
    tree = archive.nav.tree
    if own_direction(tree.root) != "rtl" or not is_rtl_language(own_language(tree.root)):
        yield DIRECTION.at(tree.span(tree.root))
    for heading in elements(tree.root, *HEADINGS):
        is_of_nav = any(local(e) in ("nav", "body") for e in lineage(heading))
        if is_of_nav and text_of(heading) and not has_rtl_text(heading):
            yield HEADING.at(tree.span(heading), text=text_of(heading))


RULE = Rule("D2", check, is_rtl_only=True)
