"""E4: a page marker, an anchor or the call of a note stands inside a word."""

from collections.abc import Iterator

from publisher.arabic.letters import ZWJ, is_arabic_letter, without_marks
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import Piece, lines_of
from publisher.verify.epub.markup import Element, is_a, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

INSIDE = must(
    "EPUB-E4",
    (
        "في وسط كلمة «{word}» علامة صفحة أو مرساة أو مرجع حاشية.",
        "a page marker, an anchor or the call of a note stands inside “{word}”",
    ),
    ("انقله إلى أول الكلمة أو آخرها.", "move it to the beginning or the end of the word"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such element."""
    for page in archive.text_pages:
        for line in lines_of(page):
            for element, word in _inside(line):
                yield INSIDE.at(page.span(element), word=word)


def _inside(line: tuple[Piece, ...]) -> Iterator[tuple[Element, str]]:
    for at, piece in enumerate(line[1:], 1):
        before = line[at - 1].text
        for element in dict.fromkeys(piece.crossed):
            if _is_mark(element) and not text_of(element) and _meet(before, piece.text):
                yield element, before.split()[-1] + piece.text.split()[0]
        if is_a(piece.owner, "noteref", "pagebreak") and at + 1 < len(line) and _meet(before, line[at + 1].text):
            yield piece.owner, before.split()[-1] + line[at + 1].text.split()[0]


def _is_mark(element: Element) -> bool:
    return is_a(element, "pagebreak", "noteref") or bool(element.get("id"))


def _meet(before: str, after: str) -> bool:
    """Whether letters stand directly on both sides."""
    last, first = without_marks(before.rstrip(ZWJ))[-1:], without_marks(after.lstrip(ZWJ))[:1]
    return bool(last and first) and is_arabic_letter(last) and is_arabic_letter(first)


RULE = Rule("E4", check, is_rtl_only=True)
