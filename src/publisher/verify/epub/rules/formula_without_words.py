"""H5: a formula without words for those who do not see it, or Arabic notation set from left to right."""

from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, own_direction, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

NO_WORDS = should(
    "EPUB-H5",
    ("المعادلة «{text}» بلا نصّ بديل (‎alttext‎).", "the formula “{text}” has no alttext"),
    ("أضف ‎alttext‎ يقول المعادلة بالكلمات أو بصيغة TeX.", "add an alttext that says it in words or in TeX"),
)
DIRECTION = should(
    "EPUB-H5",
    ('المعادلة «{text}» برموز عربية بلا ‎dir="rtl"‎.', 'the formula “{text}” is in Arabic notation without dir="rtl"'),
    ('أضف ‎dir="rtl"‎ إلى ‎<math>‎.', 'add dir="rtl" to <math>'),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such formula."""
    for page in archive.text_pages:
        for formula in elements(page.root, "math"):
            text = text_of(formula)[:40]
            if not formula.get("alttext"):
                yield NO_WORDS.at(page.span(formula), text=text)
            letters = "".join(text_of(e) for e in elements(formula, "mi", "mn", "mo"))
            if has_arabic(letters) and own_direction(formula) != "rtl":
                yield DIRECTION.at(page.span(formula), text=text)


RULE = Rule("H5", check)
