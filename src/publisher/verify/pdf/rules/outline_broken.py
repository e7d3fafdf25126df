"""OUTLINE: no bookmarks, or bookmarks that lead nowhere."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import Object, PdfFile, outline_items
from publisher.verify.pdf.rule import Rule

NONE = must(
    "PDF-OUTLINE",
    (
        "ليس في الملف علامات (bookmarks) يتنقّل بها القارئ بين الفصول.",
        "the file has no bookmarks to move between chapters",
    ),
    ("أضف علامة لكل عنوان.", "add a bookmark for each heading"),
)
NOWHERE = must(
    "PDF-OUTLINE",
    ("العلامة «{title}» لا تؤدي إلى صفحة.", "the bookmark “{title}” leads to no page"),
    ("صحّح وجهتها.", "mend its destination"),
)
UNNAMED = must(
    "PDF-OUTLINE",
    ("في علامات الملف علامة بلا اسم.", "one of the bookmarks has no name"),
    ("سمِّها بعنوان الفصل.", "give it the title of the chapter"),
)
SHORT = 8
"""Pages of a file that may do without bookmarks."""


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for the lack of an outline, and for each broken item."""
    items = list(outline_items(file.root))
    if not items and len(file.pages) > SHORT:
        yield NONE.at(file.here)
    for item in items:
        title = str(item.get("/Title", "")).strip()
        if not title:
            yield UNNAMED.at(file.here)
        if not _leads(file, item):
            yield NOWHERE.at(file.here, title=title)


def _leads(file: PdfFile, item: Object) -> bool:
    action = item.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        return action.get("/S") != "/GoTo" or file.page_of(action.get("/D")) is not None
    return file.page_of(item.get("/Dest")) is not None


RULE = Rule("OUTLINE", check)
