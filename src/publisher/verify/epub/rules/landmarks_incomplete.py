"""D3: the landmarks are missing, doubled in one entry, or labelled in another script."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive, has_rtl_text
from publisher.verify.epub.markup import elements, is_a
from publisher.verify.epub.navigation import Nav, landmark_types
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

MISSING = must(
    "EPUB-D3",
    ("ليس في معالم الكتاب: {missing}.", "the landmarks lack: {missing}"),
    (
        'أضف إلى ‎<nav epub:type="landmarks">‎ الغلاف والمحتويات وأول المتن؛ فبها تفتح القارئات الكتاب في موضعه.',
        'give <nav epub:type="landmarks"> the cover, the contents and the start of the text: reading systems open the book there',
    ),
)
DOUBLED = must(
    "EPUB-D3",
    (
        "المَعلم «{label}» له أكثر من نوع واحد، فتهمله Apple Books.",
        "the landmark “{label}” has more than one type: Apple Books ignores it",
    ),
    ("اكتب في ‎epub:type‎ لكل معلم نوعًا واحدًا.", "write one epub:type for each landmark"),
)
LABEL = must(
    "EPUB-D3",
    ("اسم المَعلم «{label}» ليس بلغة الكتاب.", "the landmark “{label}” is not named in the book's language"),
    ("سمِّه بالعربية: «الغلاف»، «المحتويات»، «متن الكتاب».", "name it in Arabic: «الغلاف», «المحتويات», «متن الكتاب»"),
)
NOWHERE = must(
    "EPUB-D3",
    ("المَعلم «{label}» لا يؤدي إلى موضع في الكتاب.", "the landmark “{label}” leads to no place in the book"),
    ("صحّح رابطه.", "mend its link"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for what is missing, and for each wrong landmark."""
    nav = archive.nav
    if nav is None:
        return
    found = {kind for entry in nav.entries("landmarks") for kind in landmark_types(entry)}
    wanted = ["toc", "bodymatter"]
    if any(is_a(e, "cover") for page in archive.text_pages for e in elements(page.root)):
        wanted.insert(0, "cover")
    if missing := [kind for kind in wanted if kind not in found]:
        where = next(iter(nav.of_kind("landmarks")), None)
        yield MISSING.at(nav.tree.span(where), missing=" + ".join(missing))
    yield from _wrong(archive, nav)


def _wrong(archive: Archive, nav: Nav) -> Iterator[Diagnostic]:
    for entry in nav.entries("landmarks"):
        span = nav.tree.span(entry.element)
        page = archive.tree(entry.path)
        if len(landmark_types(entry)) > 1:
            yield DOUBLED.at(span, label=entry.label)
        if archive.is_rtl and not has_rtl_text(entry.element):
            yield LABEL.at(span, label=entry.label)
        if entry.has_target and (page is None or (entry.fragment and entry.fragment not in page.ids)):
            yield NOWHERE.at(span, label=entry.label)


RULE = Rule("D3", check)
