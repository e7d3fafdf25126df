"""B9: NCX and nav say different contents, or old readers find no start of the text."""

from collections.abc import Iterator
from itertools import zip_longest

from publisher.arabic.letters import INVISIBLE
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.navigation import Entry
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must, should

DIFFERENT = must(
    "EPUB-B9",
    (
        "تختلف محتويات القارئات القديمة (NCX) عن محتويات الكتاب: «{old}» مقابل «{new}».",
        "the contents for old readers (NCX) differ from nav: “{old}” against “{new}”",
    ),
    (
        "ولِّد الاثنين من شجرة واحدة: العناوين نفسها والروابط نفسها بالترتيب نفسه.",
        "make both from one tree: the same labels, links and order",
    ),
)
NO_COVER = should(
    "EPUB-B9",
    (
        'للكتاب غلاف لا تعرفه القارئات القديمة: ليس في البيانات ‎<meta name="cover">‎.',
        'old readers do not find the cover: there is no <meta name="cover">',
    ),
    ('أضف ‎<meta name="cover" content="{id}"/>‎.', 'add <meta name="cover" content="{id}"/>'),
)
NOTHING = "∅"


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield the first difference, and a cover that is not named."""
    opf = archive.opf
    if archive.nav is not None and archive.ncx is not None:
        yield from _difference(archive)
    cover = next(opf.with_property("cover-image"), None)
    if cover is not None and not any(s.value == cover.id for s in opf.stated("name:cover")):
        yield NO_COVER.at(opf.tree.span(cover.element), id=cover.id)


def _difference(archive: Archive) -> Iterator[Diagnostic]:
    if archive.nav is None or archive.ncx is None:
        return
    old = [e for e in archive.ncx.toc if e.has_target]
    new = [e for e in archive.nav.toc if e.has_target]
    for one, other in zip_longest(old, new):
        if one is None or other is None or _key(one) != _key(other):
            span = archive.ncx.tree.span(None if one is None else one.element)
            yield DIFFERENT.at(span, old=_shown(one), new=_shown(other))
            return


def _key(entry: Entry) -> tuple[str, str, str]:
    label = "".join(c for c in entry.label if c not in INVISIBLE)
    return " ".join(label.split()), entry.path, entry.fragment


def _shown(entry: Entry | None) -> str:
    return NOTHING if entry is None else entry.label or entry.path


RULE = Rule("B9", check)
