"""B7: the date of last change is absent, doubled or malformed."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

COUNT = must(
    "EPUB-B7",
    (
        "تاريخ التعديل ‎dcterms:modified‎ مذكور {count} من المرّات، وحقّه مرّة واحدة.",
        "dcterms:modified stands {count} times; it must stand once",
    ),
    (
        'اكتب ‎<meta property="dcterms:modified">2026-01-31T00:00:00Z</meta>‎ مرّة واحدة.',
        'write <meta property="dcterms:modified">2026-01-31T00:00:00Z</meta> once',
    ),
)
FORM = must(
    "EPUB-B7",
    (
        "تاريخ التعديل «{value}» ليس على صورة ‎2026-01-31T00:00:00Z‎.",
        "the date “{value}” has not the form 2026-01-31T00:00:00Z",
    ),
    ("اكتب التاريخ بتوقيت UTC بالثواني وفي آخره ‎Z‎.", "write it in UTC, to the second, with a final Z"),
)
_FORM = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for the count and for each form."""
    opf = archive.opf
    dates = [s for s in opf.stated("dcterms:modified") if not s.refines]
    if len(dates) != 1:
        yield COUNT.at(opf.tree.span(dates[1].element if dates else opf.root), count=len(dates))
    for date in dates:
        if not _FORM.fullmatch(date.value):
            yield FORM.at(opf.tree.span(date.element), value=date.value)


RULE = Rule("B7", check)
