"""D4: the list of printed pages is missing, out of order, or leads nowhere."""

from collections.abc import Iterator

from publisher.arabic.digits import value
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, is_a
from publisher.verify.epub.navigation import Nav
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NONE = must(
    "EPUB-D4",
    (
        "في النصّ علامات صفحات أو في البيانات ذكر طبعة ورقية، وليس في وثيقة التنقّل قائمة صفحات.",
        "the text has page markers, or the metadata name a print edition, and the navigation has no page-list",
    ),
    (
        'أضف ‎<nav epub:type="page-list">‎ بأرقام الصفحات المطبوعة.',
        'add <nav epub:type="page-list"> with the printed page numbers',
    ),
)
NOWHERE = must(
    "EPUB-D4",
    (
        "الصفحة «{label}» في قائمة الصفحات لا تؤدي إلى موضع في الكتاب.",
        "page “{label}” of the page-list leads to no place in the book",
    ),
    ("ضع علامة الصفحة في النصّ بمعرّفها، أو صحّح الرابط.", "put the marker with its id into the text, or mend the link"),
)
ORDER = must(
    "EPUB-D4",
    ("الصفحة «{label}» في قائمة الصفحات ليست في موضعها.", "page “{label}” of the page-list is out of order"),
    ("رتّب القائمة بترتيب القراءة، والأرقام متتابعة.", "order the list as the text is read, with rising numbers"),
)
GAP = must(
    "EPUB-D4",
    ("تقفز قائمة الصفحات من «{before}» إلى «{label}».", "the page-list leaps from “{before}” to “{label}”"),
    ("أضف علامات الصفحات الناقصة، ولو كانت صفحات بيضاء.", "add the missing markers, those of blank pages too"),
)
DIFFERENT = must(
    "EPUB-D4",
    (
        "تقول قائمة الصفحات «{label}» وعلامتها في النصّ «{marker}».",
        "the page-list says “{label}”; its marker in the text says “{marker}”",
    ),
    ("اجعل الرقم واحدًا في الموضعين.", "let both give the same number"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each fault of the list."""
    nav = archive.nav
    if nav is None:
        return
    if not nav.entries("page-list"):
        marker = next(((p, e) for p in archive.text_pages for e in elements(p.root) if is_a(e, "pagebreak")), None)
        if marker is not None or archive.opf.stated("pageBreakSource"):
            yield NONE.at(nav.tree.span() if marker is None else marker[0].span(marker[1]))
        return
    yield from _pages(archive, nav)


def _pages(archive: Archive, nav: Nav) -> Iterator[Diagnostic]:
    last_place, last_number, last_label = (-1, -1), None, ""
    for entry in nav.entries("page-list"):
        span = nav.tree.span(entry.element)
        page = archive.tree(entry.path)
        target = None if page is None else page.ids.get(entry.fragment) if entry.fragment else page.root
        if page is None or target is None:
            yield NOWHERE.at(span, label=entry.label)
            continue
        place = (archive.reading_order.get(entry.path, -1), page.order[target])
        number = value(entry.label)
        if place < last_place:
            yield ORDER.at(span, label=entry.label)
        elif number is not None and last_number is not None:
            if number <= last_number and number != 1:
                yield ORDER.at(span, label=entry.label)
            elif number > last_number + 1:
                yield GAP.at(span, label=entry.label, before=last_label)
        said = target.get("aria-label") or target.get("title") or ""
        if said and is_a(target, "pagebreak") and entry.label not in said:
            yield DIFFERENT.at(span, label=entry.label, marker=said)
        last_place, last_number, last_label = max(place, last_place), number, entry.label


RULE = Rule("D4", check)
