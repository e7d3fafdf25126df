"""G4: lines too tight for Arabic, or sizes that the reader cannot change."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive, has_rtl_text
from publisher.verify.epub.css import Style
from publisher.verify.epub.markup import Element, local
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NONE = must(
    "EPUB-G4",
    (
        "لا يحدّد الكتاب ارتفاع السطر، والمعتاد لا يسع الحركات العربية.",
        "the book sets no line height, and the usual one has no room for Arabic marks",
    ),
    ("أضف ‎body {{ line-height: 1.8 }}‎.", "add body {{ line-height: 1.8 }}"),
)
TIGHT = must(
    "EPUB-G4",
    (
        "ارتفاع السطر «{value}» لنصّ عربي، وأقلّه 1.7 بلا وحدة.",
        "a line height of “{value}” for Arabic text; it takes 1.7 at least, without a unit",
    ),
    ("اكتب عددًا بلا وحدة، 1.7 فأكثر.", "write a number without a unit, 1.7 or more"),
)
FIXED = must(
    "EPUB-G4",
    (
        "مقاس ثابت لا يتغيّر بتغيير القارئ حجم الخط: ‎{name}: {value}‎.",
        "a fixed size that the reader cannot change: {name}: {value}",
    ),
    (
        "استعمل ‎em‎ أو النسبة المئوية، ولا تحدّد ارتفاع ما فيه نصّ.",
        "use em or per cent, and set no height for what holds text",
    ),
)
LEAST = 1.7
_TEXT = frozenset({"html", "body", "p", "li", "dd", "dt", "blockquote", "div", "section", "article", "aside", "main"})
_NUMBER = re.compile(r"\d*\.?\d+$")
_LENGTH = re.compile(r"\d*\.?\d+(px|pt|pc|cm|mm|in|q)\b", re.IGNORECASE)
_FONT_LINE = re.compile(r"/\s*([^\s,]+)")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each declaration, or one when no line height is set at all."""
    is_set = False
    seen = set[int]()
    for style, _, found in archive.styled("line-height", "font", "font-size", "height", "max-height"):
        arabic = [e for e in found if has_rtl_text(e)]
        if not arabic or id(style) in seen:
            continue
        seen.add(id(style))
        is_of_text = any(local(e) in _TEXT for e in arabic)
        is_set = is_set or (is_of_text and any(_line_height(style)))
        yield from _line_heights(style, is_of_text=is_of_text)
        yield from _fixed(style, arabic)
    if not is_set:
        yield NONE.at(archive.span(next(iter(archive.sheets), archive.opf.path)))


def _line_height(style: Style) -> Iterator[str]:
    for d in style.values("line-height", "font"):
        if d.name == "line-height":
            yield d.value
        elif found := _FONT_LINE.search(d.value):
            yield found.group(1)


def _line_heights(style: Style, *, is_of_text: bool) -> Iterator[Diagnostic]:
    if not is_of_text:
        return
    for value in _line_height(style):
        if value in ("inherit", "initial", "unset"):
            continue
        if not _NUMBER.match(value) or float(value) < LEAST:
            span = next(style.values("line-height", "font")).span
            yield TIGHT.at(span, value=value)


def _fixed(style: Style, arabic: list[Element]) -> Iterator[Diagnostic]:
    for d in style.values("font-size", "font", "height", "max-height"):
        is_height = d.name in ("height", "max-height")
        if is_height and all(local(e) in ("svg", "hr", "img", "math") for e in arabic):
            continue
        if (length := _LENGTH.search(d.value)) and float(length.group()[: -len(length.group(1))]) > 0:
            yield FIXED.at(d.span, name=d.name, value=d.value)


RULE = Rule("G4", check, is_rtl_only=True)
