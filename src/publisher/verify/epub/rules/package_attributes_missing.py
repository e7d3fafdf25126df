"""B1: the package lacks its version, its unique identifier or its language."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import own_language
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

VERSION = must(
    "EPUB-B1",
    ("إصدار الحزمة «{version}» وليس 3.0.", "the package is of version “{version}”, not 3.0"),
    (
        "صدّر الكتاب بصيغة EPUB 3؛ فالإصدار الثاني لا يعرف اتجاه الصفحات.",
        "export the book as EPUB 3: version 2 knows no direction of pages",
    ),
)
IDENTIFIER = must(
    "EPUB-B1",
    ("لا يدلّ ‎unique-identifier‎ على معرّف في البيانات.", "unique-identifier names no dc:identifier"),
    ("ضع فيه قيمة ‎id‎ التي يحملها ‎<dc:identifier>‎.", "give it the id of a <dc:identifier>"),
)
LANGUAGE = must(
    "EPUB-B1",
    ("ليس على ‎<package>‎ لغة (‎xml:lang‎).", "<package> has no xml:lang"),
    ('أضف ‎xml:lang="{language}"‎ إلى ‎<package>‎.', 'add xml:lang="{language}" to <package>'),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each that is missing."""
    opf = archive.opf
    here = opf.tree.span(opf.root)
    version = opf.root.get("version") or ""
    if version != "3.0":
        yield VERSION.at(here, version=version)
    if opf.identifier is None:
        yield IDENTIFIER.at(here)
    if not own_language(opf.root):
        yield LANGUAGE.at(here, language=archive.language or "ar")


RULE = Rule("B1", check)
