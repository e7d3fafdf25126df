"""G6: the embedded Arabic face lacks letters that no sentence can do without, or the joiners."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

SMALL = must(
    "EPUB-G6",
    (
        "في الخط «{path}» بعض حروف العربية دون بعض، وينقصه: {missing}.",
        "the face “{path}” has some Arabic letters and lacks others: {missing}",
    ),
    (
        "أبقِ في الخط المجتزأ حروف العربية كلها وعلاماتها وU+200C وU+200D؛ فالبحث والمعاجم تحتاج إليها.",
        "keep all Arabic letters and marks, U+200C and U+200D in the subset: searches and dictionaries need them",
    ),
)
LETTERS = (*range(0x0621, 0x063B), *range(0x0641, 0x0653))
JOINERS = (0x200C, 0x200D)
SHOWN = 8


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each face that has Arabic letters, but not all."""
    for font in archive.fonts:
        if not font.characters.intersection(LETTERS):
            continue
        missing = [c for c in (*LETTERS, *JOINERS) if c not in font.characters]
        if missing:
            shown = " ".join(chr(c) if c in LETTERS else f"U+{c:04X}" for c in missing[:SHOWN])
            yield SMALL.at(archive.span(font.path), path=font.path, missing=shown)


RULE = Rule("G6", check, is_rtl_only=True)
