"""B4: a page that a link leads to, but that is not in the reading order; or a spare page that no link leads to."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements
from publisher.verify.epub.package import XHTML_TYPE, is_remote, resolve
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

OUTSIDE = must(
    "EPUB-B4",
    (
        "الرابط يؤدي إلى الصفحة «{path}» وليست في ترتيب القراءة.",
        "the link leads to “{path}”, which is not in the reading order",
    ),
    (
        'أضف الصفحة إلى ‎<spine>‎، ومعها ‎linear="no"‎ إن لم تكن من سياق القراءة.',
        'add the page to <spine>, with linear="no" when it is aside from the text',
    ),
)
UNREACHED = must(
    "EPUB-B4",
    (
        'الصفحة «{path}» خارج السياق (‎linear="no"‎) ولا رابط يؤدي إليها.',
        '“{path}” is aside from the text (linear="no") and no link leads to it',
    ),
    ('اجعل رابطًا يؤدي إليها أو احذف ‎linear="no"‎.', 'let a link lead to it, or remove linear="no"'),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such page."""
    opf = archive.opf
    reached = set[str]()
    missing = set[str]()
    if archive.nav is not None:
        reached.add(archive.nav.tree.path)  # a reading system leads there by itself
    for page in archive.pages:
        for link in elements(page.root, "a"):
            href = link.get("href")
            if href is None or is_remote(href):
                continue
            path = resolve(page.path, href)[0]
            if path == page.path:
                continue
            reached.add(path)
            item = opf.by_path.get(path)
            if item and item.media_type == XHTML_TYPE and path not in archive.reading_order and path not in missing:
                missing.add(path)
                yield OUTSIDE.at(page.span(link), path=path)
    for item, is_linear in opf.spine:
        if not is_linear and item.path not in reached and item.path not in missing:
            yield UNREACHED.at(opf.tree.span(item.element), path=item.path)


RULE = Rule("B4", check)
