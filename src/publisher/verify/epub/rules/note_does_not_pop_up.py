"""F2: a note that is no aside of its own, or that stands before its call or in another file."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import is_a, local, roles_of, text_of, types_of
from publisher.verify.epub.notes import Call, calls_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

FORM = must(
    "EPUB-F2",
    ("الحاشية «{text}» ينقصها: {missing}.", "the note “{text}” lacks: {missing}"),
    (
        'اكتب كل حاشية هكذا: ‎<aside epub:type="footnote" role="doc-footnote" id="fn1">‎.',
        'write each note as <aside epub:type="footnote" role="doc-footnote" id="fn1">',
    ),
)
BEFORE = must(
    "EPUB-F2",
    (
        "الحاشية «{text}» قبل مرجعها في النصّ، فلا تظهر نافذةً على Kobo.",
        "the note “{text}” stands before its call: Kobo does not pop it up",
    ),
    ("ضع الحواشي بعد مراجعها، في آخر الفصل.", "put the notes after their calls, at the end of the chapter"),
)
ELSEWHERE = must(
    "EPUB-F2",
    ("الحاشية «{text}» في ملف غير ملف مرجعها.", "the note “{text}” stands in another file than its call"),
    ("ضع حواشي كل فصل في ملفه.", "keep the notes of a chapter in its file"),
)
ENDNOTES = ("endnote", "rearnote")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such note; endnotes may stand in a later file of their own."""
    seen = set[object]()
    for call in calls_of(archive):
        if call.note is None or call.note_page is None or call.note in seen:
            continue
        seen.add(call.note)
        span, text = call.note_page.span(call.note), text_of(call.note)[:40]
        is_end = is_a(call.note, *ENDNOTES)
        if not is_end and (missing := _missing(call)):
            yield FORM.at(span, text=text, missing=missing)
        if call.note_page is not call.page and not is_end:
            yield ELSEWHERE.at(span, text=text)
        elif _place(archive, call, is_note=True) < _place(archive, call, is_note=False):
            yield BEFORE.at(span, text=text)


def _missing(call: Call) -> str:
    if call.note is None:
        return ""
    stated = {
        "aside": local(call.note) == "aside",
        'epub:type="footnote"': "footnote" in types_of(call.note),
        'role="doc-footnote"': "doc-footnote" in roles_of(call.note),
    }
    return " + ".join(name for name, is_there in stated.items() if not is_there)


def _place(archive: Archive, call: Call, *, is_note: bool) -> tuple[int, int]:
    page, element = (call.note_page, call.note) if is_note else (call.page, call.element)
    if page is None or element is None:
        return (0, 0)
    return archive.reading_order.get(page.path, 0), page.order[element]


RULE = Rule("F2", check)
