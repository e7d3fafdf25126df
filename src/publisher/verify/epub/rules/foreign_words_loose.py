"""E2: foreign words without language and direction of their own, or held by bidi controls."""

import re
import unicodedata
from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import lines_of
from publisher.verify.epub.markup import Element, elements, local, own_direction, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.script import ADDRESS, LATIN, is_code, is_in_latin_language, is_set_ltr
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

LOOSE = must(
    "EPUB-E2",
    (
        "كلمات أجنبية في سياق عربي بلا لغة أو اتجاه، أولها «{word}» ({count} في الصفحة).",
        "foreign words in Arabic text without language and direction, “{word}” first ({count} on the page)",
    ),
    (
        'اكتبها هكذا: ‎<bdi lang="en" xml:lang="en" dir="ltr">…</bdi>‎.',
        'write them as <bdi lang="en" xml:lang="en" dir="ltr">…</bdi>',
    ),
)
CONTROL = must(
    "EPUB-E2",
    (
        "في النصّ محرف تحكّم في الاتجاه ({name})، وبعض القارئات تفسد به السطر ({count} في الصفحة).",
        "the text holds a bidi control ({name}); some reading systems garble the line by it ({count} on the page)",
    ),
    ('احذفه واستعمل ‎<bdi dir="ltr">‎.', 'remove it and use <bdi dir="ltr">'),
)
OPEN_END = must(
    "EPUB-E2",
    (
        "ينتهي «{word}» بعلامة محايدة بلا ‎&#x200E;‎ بعدها، فتنقلب في بعض القارئات ({count} في الصفحة).",
        "“{word}” ends in a neutral sign without &#x200E; after it: some reading systems turn it over ({count} on the page)",
    ),
    ("أضف U+200E في آخر العنصر، قبل إغلاقه.", "add U+200E at the end of the element, before it closes"),
)
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
LRM = "\u200e"


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield at most one finding of each kind for a page."""
    for page in archive.pages:
        yield from _controls(page)
        loose = list(_loose(page))
        if loose:
            yield LOOSE.at(page.span(loose[0][1]), word=loose[0][0], count=len(loose))
        turned = [e for e in elements(page.root, "bdi", "span") if _ends_open(e)]
        if turned:
            yield OPEN_END.at(page.span(turned[0]), word=text_of(turned[0]), count=len(turned))


def _controls(page: Tree) -> Iterator[Diagnostic]:
    found = [(m.group(), p.owner) for line in lines_of(page) for p in line for m in CONTROLS.finditer(p.text)]
    if found:
        sign, owner = found[0]
        yield CONTROL.at(page.span(owner), name=f"U+{ord(sign):04X} {unicodedata.name(sign)}", count=len(found))


def _loose(page: Tree) -> Iterator[tuple[str, Element]]:
    for line in lines_of(page):
        if not has_arabic("".join(piece.text for piece in line)):
            continue
        for piece in line:
            for word in LATIN.finditer(piece.text):
                if not _is_held(piece.owner):
                    yield word.group(), piece.owner


def _is_held(owner: Element) -> bool:
    if not is_set_ltr(owner):
        return local(owner) in ("math", "svg")
    return is_code(owner) or is_in_latin_language(owner) or ADDRESS.match("".join(owner.itertext())) is not None


def _ends_open(element: Element) -> bool:
    if own_direction(element) != "ltr" or is_code(element) or not has_arabic(_around(element)):
        return False
    text = "".join(element.itertext()).rstrip()
    if not text or text.endswith(LRM) or LATIN.search(text) is None:
        return False
    return not text[-1].isalnum() and unicodedata.category(text[-1])[0] in "PS"


def _around(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else "".join(parent.itertext())


RULE = Rule("E2", check, is_rtl_only=True)
