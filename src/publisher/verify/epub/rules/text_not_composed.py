"""E9: text that is not in NFC, or words of the Qur'an that a joiner or markup has cut into."""

import unicodedata
from collections.abc import Iterator

from publisher.arabic.letters import ZWJ, is_arabic_letter, without_marks
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import lines_of
from publisher.verify.epub.markup import Element
from publisher.verify.epub.quran import split
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

LOOSE = must(
    "EPUB-E9",
    (
        "النصّ غير مركَّب بصيغة NFC: «{word}» ({count} في الصفحة).",
        "the text is not in NFC: “{word}” ({count} on the page)",
    ),
    (
        "طبّع النصّ إلى NFC مرّة واحدة عند قراءته، إلا آيات القرآن.",
        "bring the text to NFC once, when it is read, but for the words of the Qur'an",
    ),
)
CUT = must(
    "EPUB-E9",
    (
        "في كلمة من القرآن وصلة أو علامة لا أصل لها: «{word}».",
        "a joiner or markup cuts into a word of the Qur'an: “{word}”",
    ),
    (
        "انقل نصّ الآية كما هو، بلا عناصر داخل الكلمة ولا U+200D.",
        "keep the words of the verse as they are: no element inside a word, no U+200D",
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding for each page's text, and one for each cut word."""
    for page in archive.pages:
        loose = list(_loose(page))
        if loose:
            yield LOOSE.at(page.span(loose[0][1]), word=loose[0][0], count=len(loose))
        yield from _cut(page)


def _loose(page: Tree) -> Iterator[tuple[str, Element]]:
    for line in lines_of(page):
        for piece, part, is_scripture in split(line):
            if not is_scripture and not unicodedata.is_normalized("NFC", part):
                for word in part.split():
                    if not unicodedata.is_normalized("NFC", word):
                        yield word, piece.owner


def _cut(page: Tree) -> Iterator[Diagnostic]:
    for line in lines_of(page):
        before = ""
        for piece, part, is_scripture in split(line):
            if is_scripture:
                last, first = without_marks(before)[-1:], without_marks(part)[:1]
                meets = bool(last and first) and is_arabic_letter(last) and is_arabic_letter(first)
                if ZWJ in part or (piece.crossed and meets):
                    yield CUT.at(page.span(piece.owner), word=(before.split()[-1:] or [""])[0] + part.split()[0])
            before = part if is_scripture else ""


RULE = Rule("E9", check, is_rtl_only=True)
