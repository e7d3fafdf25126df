"""HEADINGS: a tagged file whose headings are not tagged as such, or whose levels jump (PDF-02)."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import should
from publisher.verify.pdf.file import PdfFile, outline_items, role_of, structure_elements
from publisher.verify.pdf.rule import Rule

NONE = should(
    "PDF-HEADINGS",
    (
        "ليس في بنية الملف عنوان موسوم (H1 وأخواته)، مع أن له علامات.",
        "the structure holds no heading (H1 and its like), though the file has bookmarks",
    ),
    (
        "صدّر العناوين موسومة؛ فبها يتنقّل من يقرأ بالصوت.",
        "export headings as headings: whoever listens moves by them",
    ),
)
SKIPPED = should(
    "PDF-HEADINGS",
    (
        "يلي عنوانًا من المستوى {before} عنوان من المستوى {level}، فينقص ما بينهما.",
        "a heading of level {level} follows one of level {before}: what lies between is missing",
    ),
    ("رتّب المستويات بلا قفز: H1 ثم H2 ثم H3.", "let levels go down one by one: H1, then H2, then H3"),
)
_HEADING = re.compile(r"/H([1-6])?")


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding when no heading is tagged, else for the first jump."""
    roles = [role_of(element, file.root) for element in structure_elements(file.root)]
    found = [match for role in roles if (match := _HEADING.fullmatch(role))]
    if roles and not found and any(True for _ in outline_items(file.root)):
        yield NONE.at(file.here)
    before = 0
    for level in (int(match[1]) for match in found if match[1]):
        if level > before + 1:
            yield SKIPPED.at(file.here, level=level, before=before)
            return
        before = level


RULE = Rule("HEADINGS", check)
