"""I6: no summary of accessibility in the book's language, or several."""

from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

MISSING = should(
    "EPUB-I6",
    ("ليس في البيانات خلاصة للإتاحة بلغة الكتاب.", "the metadata have no accessibility summary in the book's language"),
    ("أضف ‎schema:accessibilitySummary‎ في جملة أو جملتين.", "add schema:accessibilitySummary in a sentence or two"),
)
SEVERAL = should(
    "EPUB-I6",
    ("في البيانات أكثر من خلاصة للإتاحة.", "the metadata have more than one accessibility summary"),
    ("أبقِ واحدة.", "keep one"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when there is not exactly one."""
    opf = archive.opf
    stated = [s for s in opf.stated("schema:accessibilitySummary") if s.value]
    if not any(has_arabic(s.value) or not archive.is_rtl for s in stated):
        yield MISSING.at(opf.tree.span(stated[0].element if stated else opf.root))
    elif len(stated) > 1 and len({s.element.get("{http://www.w3.org/XML/1998/namespace}lang") for s in stated}) == 1:
        yield SEVERAL.at(opf.tree.span(stated[1].element))


RULE = Rule("I6", check)
