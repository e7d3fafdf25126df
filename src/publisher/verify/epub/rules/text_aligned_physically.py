"""G11: Arabic text aligned to a physical side, or hyphenated."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive, has_rtl_text
from publisher.verify.epub.markup import Element, lineage, own_direction
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

SIDE = should(
    "EPUB-G11",
    ("نصّ عربي محاذاته ‎text-align: {value}‎.", "Arabic text with text-align: {value}"),
    (
        "استعمل ‎start‎ أو ‎justify‎ أو ‎center‎؛ فالجهة تتبع اتجاه النصّ.",
        "use start, justify or center: the side follows the direction of the text",
    ),
)
HYPHENS = should(
    "EPUB-G11",
    (
        "وصل أجزاء الكلمات مفعَّل (‎{name}: {value}‎)، والعربية لا تُقطَّع كلماتها.",
        "hyphenation is on ({name}: {value}); Arabic words are never divided",
    ),
    ("اكتب ‎hyphens: none‎.", "write hyphens: none"),
)
_HYPHENS = ("hyphens", "-epub-hyphens", "-webkit-hyphens", "-moz-hyphens", "adobe-hyphenate")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each declaration that reaches Arabic text."""
    seen = set[int]()
    for style, _, found in archive.styled("text-align", "text-align-last", *_HYPHENS):
        if not any(has_rtl_text(e) and not _is_ltr(e) for e in found):
            continue
        for d in style.declarations:
            if id(d) in seen:
                continue
            seen.add(id(d))
            if d.name in ("text-align", "text-align-last") and d.value.lower() in ("left", "right"):
                yield SIDE.at(d.span, value=d.value)
            elif d.name in _HYPHENS and d.value.lower() in ("auto", "explicit"):
                yield HYPHENS.at(d.span, name=d.name, value=d.value)


def _is_ltr(element: Element) -> bool:
    return next((d for e in lineage(element) if (d := own_direction(e))), "") == "ltr"


RULE = Rule("G11", check, is_rtl_only=True)
