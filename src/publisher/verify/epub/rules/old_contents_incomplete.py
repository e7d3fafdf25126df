"""D9: the contents for old readers state another book, another depth, or doubled places."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, local
from publisher.verify.epub.navigation import Ncx
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

OTHER = should(
    "EPUB-D9",
    ("معرّف الكتاب في NCX «{old}» وفي الحزمة «{new}».", "NCX says the book is “{old}”; the package says “{new}”"),
    ("اكتب المعرّف نفسه في ‎dtb:uid‎.", "write the same identifier in dtb:uid"),
)
DEPTH = should(
    "EPUB-D9",
    ("عمق NCX المذكور «{said}» وعمقه «{true}».", "NCX says a depth of “{said}”; it is {true}"),
    ("اكتب العمق الصحيح في ‎dtb:depth‎.", "write the true depth in dtb:depth"),
)
PAGES = should(
    "EPUB-D9",
    ("في المحتويات قائمة صفحات وليست في NCX.", "nav has a page-list and NCX has none"),
    ("أضف ‎<pageList>‎ إلى NCX.", "add a <pageList> to NCX"),
)
PLAY_ORDER = should(
    "EPUB-D9",
    ("ترتيب ‎playOrder‎ في NCX ينقص أو يتكرّر لموضعين مختلفين.", "playOrder in NCX is absent, or the same for two places"),
    ("أعط كل موضع رقمًا، والموضع الواحد رقمًا واحدًا.", "give each place a number, and one place one number"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each fault."""
    ncx, opf = archive.ncx, archive.opf
    if ncx is None:
        return
    here = ncx.tree.span(ncx.tree.first("head"))
    said = (ncx.head("uid") or "").strip()
    if opf.identifier is not None and said != opf.identifier.value:
        yield OTHER.at(here, old=said, new=opf.identifier.value)
    depth = max((entry.level for entry in ncx.toc), default=0)
    if (ncx.head("depth") or "") not in ("", str(depth)):
        yield DEPTH.at(here, said=ncx.head("depth"), true=depth)
    if archive.nav is not None and archive.nav.entries("page-list") and ncx.tree.first("pageList") is None:
        yield PAGES.at(here)
    yield from _orders(ncx)


def _orders(ncx: Ncx) -> Iterator[Diagnostic]:
    points = list(elements(ncx.tree.root, "navPoint", "pageTarget"))
    if not any(point.get("playOrder") for point in points):
        return
    seen: dict[str, str] = {}
    for point in points:
        order = point.get("playOrder") or ""
        target = next((child.get("src") or "" for child in point if local(child) == "content"), "")
        if not order or seen.setdefault(order, target) != target:
            yield PLAY_ORDER.at(ncx.tree.span(point))
            return


RULE = Rule("D9", check)
