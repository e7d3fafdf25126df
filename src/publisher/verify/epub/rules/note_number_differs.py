"""F5: a note that carries another number than its call."""

import re
from collections.abc import Iterator

from publisher.arabic.digits import value
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import text_of
from publisher.verify.epub.notes import calls_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

DIFFERENT = should(
    "EPUB-F5",
    ("رقم المرجع «{call}» ورقم الحاشية «{note}».", "the call says “{call}”, its note “{note}”"),
    ("اجعل الرقم واحدًا في الموضعين، كما طُبع.", "print the same number in both places"),
)
_DIGITS = re.compile(r"\d+")
_LEADING = re.compile(r"\W*(\d+)")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each call whose note says otherwise."""
    for call in calls_of(archive):
        if call.note is None:
            continue
        said, printed = _DIGITS.search(text_of(call.element)), _LEADING.match(text_of(call.note))
        if said and printed and value(said.group()) != value(printed.group(1)):
            yield DIFFERENT.at(call.page.span(call.element), call=said.group(), note=printed.group(1))


RULE = Rule("F5", check)
