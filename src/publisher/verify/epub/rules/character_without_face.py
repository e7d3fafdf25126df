"""G7: Arabic characters of the book that no embedded face has."""

import unicodedata
from collections.abc import Iterator

from publisher.arabic.letters import is_presentation_form
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import lines_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NO_FACE = must(
    "EPUB-G7",
    ("ليس في خطوط الكتاب «{sign}» (U+{code} {name}).", "no face of the book has “{sign}” (U+{code} {name})"),
    (
        "ضمّن خطًّا فيه هذا الحرف، أو أعد اجتزاء الخط من نصّ الكتاب كله.",
        "embed a face that has it, or cut the subset again from the whole text",
    ),
)
_BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFD3E, 0xFDFF))


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding for each character, at its first place."""
    held = frozenset(c for font in archive.fonts for c in font.characters)
    if not any(_is_arabic(c) for c in held):
        return
    seen = set[str]()
    for page in archive.text_pages:
        for line in lines_of(page):
            for piece in line:
                for sign in piece.text:
                    if _is_arabic(ord(sign)) and ord(sign) not in held and sign not in seen:
                        seen.add(sign)
                        name = unicodedata.name(sign, "")
                        yield NO_FACE.at(page.span(piece.owner), sign=sign, code=f"{ord(sign):04X}", name=name)


def _is_arabic(code: int) -> bool:
    return (
        any(first <= code <= last for first, last in _BLOCKS)
        and not is_presentation_form(chr(code))
        and unicodedata.category(chr(code)) != "Cf"
    )


RULE = Rule("G7", check, is_rtl_only=True)
