"""E6: numbers that a reading system has to make: native list markers and CSS counters."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import Element, elements, is_a, lineage, local, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

NATIVE = must(
    "EPUB-E6",
    (
        "أرقام القائمة يصنعها جهاز القراءة لا النصّ، فتظهر لاتينية أو نقطًا أو في الجهة الخطأ ({count} في الصفحة).",
        "the reading system makes the numbers of the list: they come out Latin, as bullets, or at the wrong side ({count} on the page)",
    ),
    (
        'اكتب الرقم نصًّا في أول كل عنصر: ‎<ol role="list">‎ مع ‎list-style-type: none‎ و‎<span class="num">١.</span>‎.',
        'write each number as text: <ol role="list"> with list-style-type: none and <span class="num">١.</span>',
    ),
)
LOST = must(
    "EPUB-E6",
    (
        "القائمة المرقّمة بلا أرقام: أُلغيت علاماتها ولم تُكتب نصًّا ({count} في الصفحة).",
        "a numbered list without numbers: its markers are off and not written as text ({count} on the page)",
    ),
    ("اكتب الرقم نصًّا في أول كل عنصر، أو اجعلها ‎<ul>‎.", "write each number as text, or make it a <ul>"),
)
COUNTER = must(
    "EPUB-E6",
    (
        "يصنع CSS الأرقام بعدّاد (‎{value}‎)، وبعض القارئات لا تعرضه.",
        "CSS makes numbers with a counter ({value}); some reading systems do not show it",
    ),
    ("اكتب الأرقام نصًّا في الصفحة.", "write the numbers as text in the page"),
)
LABEL = re.compile(
    r"[(\[]?(\d{1,4}|[\u0621-\u064a]{1,2}|[A-Za-z]{1,4})[)\].:\u2013\u2014\u060c-]|[\u0621-\u064a\u064b]+[:\u060c]"
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield findings for lists, one of each kind a page, and for counters, one a declaration."""
    for page in archive.text_pages:
        native, lost = [], []
        unmarked = _unmarked(archive, page)
        for ordered in elements(page.root, "ol"):
            items = [child for child in ordered if local(child) == "li"]
            if not items or _is_of_links(ordered, items):
                continue
            if ordered not in unmarked and not all(item in unmarked for item in items):
                native.append(ordered)
            elif not any(LABEL.match(text_of(item)) for item in items):
                lost.append(ordered)
        if native:
            yield NATIVE.at(page.span(native[0]), count=len(native))
        if lost:
            yield LOST.at(page.span(lost[0]), count=len(lost))
    yield from _counters(archive)


def _unmarked(archive: Archive, page: Tree) -> set[Element]:
    """Return the elements whose list markers are off."""
    found = set[Element]()
    for style in archive.styles_of(page):
        values = [d.value.lower() for d in style.values("list-style", "list-style-type")]
        if values and "none" in values[-1].split():
            found.update(archive.matched(style, page))
    return found


def _is_of_links(ordered: Element, items: list[Element]) -> bool:
    """Whether a list is a contents: in a nav, or of links alone."""
    if any(local(e) == "nav" for e in lineage(ordered)):
        return True
    if any(is_a(item, "footnote", "endnote", "rearnote") for item in items):
        return False
    return all(len(text_of(i)) > 0 and text_of(i) == " ".join(map(text_of, elements(i, "a"))) for i in items)


def _counters(archive: Archive) -> Iterator[Diagnostic]:
    seen = set[int]()
    for style, _, _ in archive.styled("content"):
        for declaration in style.values("content"):
            if re.search(r"\bcounters?\(", declaration.value) and id(declaration) not in seen:
                seen.add(id(declaration))
                yield COUNTER.at(declaration.span, value=declaration.value)


RULE = Rule("E6", check, is_rtl_only=True)
