"""F1: the call of a note that is not marked as one, has no number, or leads nowhere."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import roles_of, text_of, types_of
from publisher.verify.epub.notes import Call, calls_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NOWHERE = must(
    "EPUB-F1",
    ("مرجع الحاشية «{text}» لا يؤدي إلى حاشية.", "the call “{text}” leads to no note"),
    ("صحّح ‎href‎ ليشير إلى معرّف الحاشية.", "let href name the id of the note"),
)
UNMARKED = must(
    "EPUB-F1",
    (
        "مرجع الحاشية «{text}» بلا {missing}، فلا تظهر الحاشية نافذةً ولا تعلنها القراءة الصوتية.",
        "the call “{text}” lacks {missing}: the note neither pops up nor is announced",
    ),
    ('اكتب ‎<a epub:type="noteref" role="doc-noteref" …>‎.', 'write <a epub:type="noteref" role="doc-noteref" …>'),
)
EMPTY = must(
    "EPUB-F1",
    ("مرجع الحاشية بلا رقم في النصّ.", "the call of the note has no number in the text"),
    ("اكتب رقم الحاشية نصًّا داخل الرابط.", "write the number of the note as text in the link"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each fault of a call."""
    for call in calls_of(archive):
        span, text = call.page.span(call.element), text_of(call.element)
        if call.note is None:
            yield NOWHERE.at(span, text=text)
        if missing := _missing(call):
            yield UNMARKED.at(span, text=text, missing=missing)
        if not text:
            yield EMPTY.at(span)


def _missing(call: Call) -> str:
    stated = {
        'epub:type="noteref"': "noteref" in types_of(call.element),
        'role="doc-noteref"': "doc-noteref" in roles_of(call.element),
    }
    return " + ".join(name for name, is_there in stated.items() if not is_there)


RULE = Rule("F1", check)
