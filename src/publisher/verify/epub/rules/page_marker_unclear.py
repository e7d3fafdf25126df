"""D6: a page marker that a screen reader cannot read, or that prints into the text."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, is_a, roles_of, text_of, types_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

UNCLEAR = must(
    "EPUB-D6",
    ("علامة الصفحة ينقصها: {missing}.", "the page marker lacks: {missing}"),
    (
        'اكتبها هكذا: ‎<span epub:type="pagebreak" role="doc-pagebreak" id="p23" aria-label="٢٣"></span>‎.',
        'write it as <span epub:type="pagebreak" role="doc-pagebreak" id="p23" aria-label="٢٣"></span>',
    ),
)
PRINTED = must(
    "EPUB-D6",
    (
        "علامة الصفحة ليست فارغة، فيظهر «{text}» في وسط النصّ.",
        "the page marker is not empty: “{text}” shows in the middle of the text",
    ),
    ("انقل رقمها إلى ‎aria-label‎ وأفرغها.", "move its number to aria-label and empty it"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such marker."""
    for page in archive.text_pages:
        for marker in elements(page.root):
            if not is_a(marker, "pagebreak"):
                continue
            stated = {
                "epub:type": "pagebreak" in types_of(marker),
                "role": "doc-pagebreak" in roles_of(marker),
                "id": bool(marker.get("id")),
                "aria-label": bool(marker.get("aria-label") or marker.get("title")),
            }
            if missing := [name for name, is_there in stated.items() if not is_there]:
                yield UNCLEAR.at(page.span(marker), missing=" + ".join(missing))
            if text := text_of(marker):
                yield PRINTED.at(page.span(marker), text=text)


RULE = Rule("D6", check)
