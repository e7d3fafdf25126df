"""F4: a note that says «the same source», which means nothing when it pops up alone."""

import re
from collections.abc import Iterator

from publisher.arabic.letters import folded
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import text_of
from publisher.verify.epub.notes import notes_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

LEANS = must(
    "EPUB-F4",
    (
        "تحيل الحاشية إلى أختها («{words}»)، ولا يُفهم ذلك حين تظهر وحدها.",
        "the note refers to another one (“{words}”), which means nothing when it pops up alone",
    ),
    ("اذكر المصدر مختصرًا: المؤلف والعنوان والصفحة.", "give the source in short: author, title, page"),
)
_NOUN = "(?:المرجع|المصدر|مرجع|مصدر)"
_LEANING = re.compile(
    rf"{_NOUN} (?:نفسه|ذاته|عينه|السابق|سابق)|نفس {_NOUN}|السابق نفسه|\b(?:ibid|op\.? ?cit|loc\.? ?cit)\b",
    re.IGNORECASE,
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such note."""
    for page, note in notes_of(archive):
        if found := _LEANING.search(folded(text_of(note))):
            yield LEANS.at(page.span(note), words=found.group())


RULE = Rule("F4", check)
