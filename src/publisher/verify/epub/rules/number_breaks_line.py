"""E7: a number set as a block in its line, which some reading systems put on a line of its own."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import INLINE
from publisher.verify.epub.markup import local, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

BLOCK = must(
    "EPUB-E7",
    (
        "يعرض CSS الرقم «{text}» كتلةً (‎display: {value}‎)، فينفصل عن سطره في بعض القارئات.",
        "CSS sets the number “{text}” as a block (display: {value}); some reading systems part it from its line",
    ),
    ("اترك الأرقام على ‎display: inline‎.", "leave numbers at display: inline"),
)
NUMBER = re.compile(r"[(\[]?(\d+([.\u066b/\u2013-]\d+)*|[A-Za-z\u0621-\u064a])[)\].:\u2013-]*")
BLOCKS = frozenset({"inline-block", "inline-flex", "inline-grid", "inline-table"})


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each declaration that does so."""
    seen = set[int]()
    for style, _, found in archive.styled("display"):
        for declaration in style.values("display"):
            if declaration.value.lower() not in BLOCKS or id(declaration) in seen:
                continue
            numbers = [text_of(e) for e in found if local(e) in INLINE and NUMBER.fullmatch(text_of(e))]
            if numbers:
                seen.add(id(declaration))
                yield BLOCK.at(declaration.span, text=numbers[0], value=declaration.value)


RULE = Rule("E7", check, is_rtl_only=True)
