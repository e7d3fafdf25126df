"""D1: the contents are missing, or disagree with the headings and the reading order."""

from collections.abc import Iterator

from publisher.arabic.letters import folded
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import HEADINGS, Element, elements, is_a, lineage, local
from publisher.verify.epub.navigation import Entry, Nav
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NONE = must(
    "EPUB-D1",
    (
        'ليس للكتاب محتويات يتنقّل بها القارئ (‎nav epub:type="toc"‎)، أو له أكثر من واحدة.',
        'the book has no contents to move by (nav epub:type="toc"), or more than one',
    ),
    (
        'أضف إلى وثيقة التنقّل ‎<nav epub:type="toc">‎ واحدة.',
        'give the navigation document exactly one <nav epub:type="toc">',
    ),
)
NOWHERE = must(
    "EPUB-D1",
    (
        "السطر «{label}» في المحتويات لا يؤدي إلى موضع في الكتاب.",
        "the line “{label}” of the contents leads to no place in the book",
    ),
    (
        "صحّح الرابط: ملف من ترتيب القراءة ومعرّف موجود فيه.",
        "mend the link: a page of the reading order, and an id that stands in it",
    ),
)
ORDER = must(
    "EPUB-D1",
    (
        "السطر «{label}» في المحتويات ليس في موضعه من ترتيب القراءة.",
        "the line “{label}” of the contents is out of the reading order",
    ),
    ("رتّب المحتويات كترتيب الفصول في ‎<spine>‎.", "order the contents as the chapters stand in <spine>"),
)
LABEL = must(
    "EPUB-D1",
    (
        "تقول المحتويات «{label}» والعنوان في موضعه «{heading}».",
        "the contents say “{label}”; the heading there is “{heading}”",
    ),
    ("اجعل نصّ المحتويات نصّ العنوان نفسه.", "let the contents repeat the heading itself"),
)
UNLISTED = must(
    "EPUB-D1",
    ("ليس في المحتويات: «{heading}».", "the contents lack “{heading}”"),
    ("أضف للفصل سطرًا في المحتويات.", "give the chapter a line in the contents"),
)
DIVISIONS = ("chapter", "part", "introduction", "preface", "foreword", "prologue", "epilogue", "conclusion", "appendix", "afterword", "bibliography", "glossary", "index")  # fmt: skip


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each disagreement."""
    nav = archive.nav
    if nav is None:
        yield NONE.at(archive.opf.tree.span(archive.opf.root))
        return
    if len(nav.of_kind("toc")) != 1 or not nav.toc:
        yield NONE.at(nav.tree.span(nav.tree.first("nav")))
        return
    yield from _entries(archive, nav)
    yield from _unlisted(archive, nav)


def _entries(archive: Archive, nav: Nav) -> Iterator[Diagnostic]:
    last = (-1, -1)
    for entry in nav.toc:
        if not entry.has_target:
            continue
        span = nav.tree.span(entry.element)
        page = archive.tree(entry.path)
        target = None if page is None else page.ids.get(entry.fragment) if entry.fragment else page.first("body")
        if page is None or target is None or entry.path not in archive.reading_order:
            yield NOWHERE.at(span, label=entry.label or entry.path)
            continue
        place = (archive.reading_order[entry.path], page.order[target])
        if place < last:
            yield ORDER.at(span, label=entry.label)
        last = max(last, place)
        heading = _heading(target)
        if heading and not _agree(entry, heading):
            yield LABEL.at(span, label=entry.label, heading=heading)


def _heading(target: Element) -> str:
    """Return the heading that a target is or opens with, without calls of notes."""
    if local(target) in HEADINGS:
        return _words(target)
    if local(target) not in ("section", "article", "body", "div", "header"):
        return ""
    heading = next(elements(target, *HEADINGS), None)
    return "" if heading is None else _words(heading)


def _words(heading: Element) -> str:
    skipped = {e for call in heading.iter() if local(call) and is_a(call, "noteref", "pagebreak") for e in call.iter()}
    parts: list[str] = []
    for element in heading.iter():
        if element not in skipped and local(element):
            parts.append(element.text or (element.get("alt") or "" if local(element) == "img" else ""))
        if element is not heading:
            parts.append(element.tail or "")
        if local(element) == "br":
            parts.append(" ")
    return " ".join("".join(parts).split())


def _agree(entry: Entry, heading: str) -> bool:
    one, other = _letters(entry.label), _letters(heading)
    return bool(one) and (one in other or other in one)


def _letters(text: str) -> str:
    return "".join(c for c in folded(text).lower() if c.isalnum())


def _unlisted(archive: Archive, nav: Nav) -> Iterator[Diagnostic]:
    listed = {entry.path for entry in nav.toc}
    for page in archive.text_pages:
        if page.path in listed:
            continue
        for heading in elements(page.root, "h1", "h2"):
            if any(is_a(e, *DIVISIONS) for e in lineage(heading)):
                yield UNLISTED.at(page.span(heading), heading=_words(heading))
                break


RULE = Rule("D1", check)
