"""G2: letter-spacing on Arabic text, which tears joined letters apart."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive, has_rtl_text
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

SPACED = must(
    "EPUB-G2",
    (
        "تباعد الحروف (‎letter-spacing: {value}‎) يقطّع الكلمات العربية.",
        "letter-spacing: {value} tears Arabic words apart",
    ),
    ("احذفه؛ وللإبراز غلّظ الخط أو غيّره.", "remove it; for emphasis use weight or another face"),
)
_NONE = re.compile(r"(normal|0[a-z%]*|0?\.0+[a-z%]*|initial|unset|inherit)$", re.IGNORECASE)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each declaration that reaches Arabic letters."""
    seen = set[int]()
    for style, _, found in archive.styled("letter-spacing"):
        for declaration in style.values("letter-spacing"):
            if _NONE.match(declaration.value) or id(declaration) in seen:
                continue
            if any(has_rtl_text(element) for element in found):
                seen.add(id(declaration))
                yield SPACED.at(declaration.span, value=declaration.value)


RULE = Rule("G2", check, is_rtl_only=True)
