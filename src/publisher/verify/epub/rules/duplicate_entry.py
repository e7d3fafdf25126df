"""A4: an entry, an id or a reference that stands twice."""

from collections import Counter
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

ENTRY = must(
    "EPUB-A4",
    ("«{name}» مكرَّر في الأرشيف.", "“{name}” stands twice in the archive"),
    ("احذف إحدى النسختين؛ فلا يُعلم أيّهما يُقرأ.", "remove one of the two: nobody knows which one is read"),
)
IDENTIFIER = must(
    "EPUB-A4",
    ("المعرّف «{name}» مكرَّر في الملف.", "the id “{name}” stands twice in the file"),
    ("اجعل لكل عنصر معرّفًا لا يشاركه فيه غيره.", "give each element an id of its own"),
)
REFERENCE = must(
    "EPUB-A4",
    ("الملف «{name}» مذكور مرتين في قائمة الحزمة.", "the manifest lists “{name}” twice"),
    ("أبقِ سطرًا واحدًا لكل ملف.", "keep one line for each file"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each thing that stands twice."""
    for name, times in Counter(entry.filename for entry in archive.zip.entries).items():
        if times > 1:
            yield ENTRY.at(archive.span(name), name=name)
    opf = archive.opf
    seen_paths = set[str]()
    for item in opf.items:
        if item.path in seen_paths:
            yield REFERENCE.at(opf.tree.span(item.element), name=item.href)
        seen_paths.add(item.path)
    for tree in (opf.tree, *archive.pages):
        seen = set[str]()
        for element in elements(tree.root):
            identifier = element.get("id")
            if identifier in seen:
                yield IDENTIFIER.at(tree.span(element), name=identifier)
            elif identifier:
                seen.add(identifier)


RULE = Rule("A4", check)
