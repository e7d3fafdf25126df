"""G13: backgrounds, `!important` and rules for every `div`, which fight the reader's own settings."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.css import subjects
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

BACKGROUND = should(
    "EPUB-G13",
    (
        "لون خلفية في CSS (‎{value}‎) يفسد القراءة الليلية.",
        "the style sheet sets a background ({value}), which spoils reading at night",
    ),
    ("احذف لون الخلفية.", "remove the background colour"),
)
IMPORTANT = should(
    "EPUB-G13",
    ("‎!important‎ على ‎{name}‎ يمنع القارئ من ضبط العرض.", "!important on {name} keeps readers from their own settings"),
    ("احذف ‎!important‎.", "remove !important"),
)
DIV = should(
    "EPUB-G13",
    (
        "تنسيق لكل ‎div‎ («{selector}») يصيب ما تضيفه القارئات من عناصر.",
        "a rule for every div (“{selector}”) also reaches the elements that reading systems add",
    ),
    ("انسب التنسيق إلى صنف (class).", "give the rule a class"),
)
_CLEAR = frozenset({"transparent", "none", "inherit", "initial", "unset"})


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each."""
    for style in archive.styles:
        for d in style.declarations:
            if d.is_important:
                yield IMPORTANT.at(d.span, name=d.name)
            if d.name in ("background", "background-color") and not set(d.value.lower().split()) <= _CLEAR:
                yield BACKGROUND.at(d.span, value=d.value)
        if "div" in subjects(style.selector):
            yield DIV.at(style.span, selector=style.selector)


RULE = Rule("G13", check)
