"""Whether the faces hold every character of the book: a missing letter is an error, a missing pictograph a warning.

A pictograph that no face has is printed as the hollow nuqta, so that its place is seen.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

import uharfbuzz as hb

from publisher.book import Book
from publisher.diagnostic import Diagnostic, Finding, Said, error, warning
from publisher.fonts.choosing import Faces
from publisher.fonts.manifest import Face
from publisher.fonts.printed import change_texts, printed_texts
from publisher.source import SourceFile, Span

MISSING_CHARACTER = error(
    "missing-character",
    Said(
        "لا يملك أيُّ خط المحرف «{character}» ({code} {name}) في «{word}»، ومواضعه {count}",
        "no face has the character “{character}” ({code} {name}) in “{word}”; places: {count}",
    ),
    Said(
        "استعمل محرفًا آخر، أو ضع في مجلّد fonts خطًّا يملكه.",
        "use another character, or put a face that has it into the book's fonts/ folder.",
    ),
)
MISSING_PICTOGRAPH = warning(
    "missing-pictograph",
    Said(
        "لا يملك أيُّ خط الرمز «{character}» ({code} {name})، فطُبع مكانه ◇، ومواضعه {count}",
        "no face has the pictograph “{character}” ({code} {name}); ◇ is printed instead; places: {count}",
    ),
    Said("احذف الرمز أو اكتب معناه بالكلمات.", "take it out, or say it in words."),
)

SUBSTITUTE = "\u25c7"
"""What is printed for a pictograph that no face has."""
_TAIL = "\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_NEVER_DRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SELECTORS = frozenset((*map(chr, range(0xFE00, 0xFE10)), "\u034f"))
_WORD = re.compile(r"\S+")
_WORD_SHOWN = 40


@cache
def characters_of(face: Face) -> frozenset[str]:
    """Return the characters that a face holds."""
    return frozenset(map(chr, hb.Face(face.path.read_bytes()).unicodes))


def covered_by(faces: Iterable[Face]) -> frozenset[str]:
    """Return the characters that any of the faces holds."""
    return frozenset().union(*(characters_of(face) for face in faces))


def characters_of_book(book: Book) -> frozenset[str]:
    """Return every character that the book prints."""
    return frozenset().union(*(text for text, _ in printed_texts(book)))


def check_coverage(book: Book, faces: Faces, sources: Mapping[str, SourceFile] | None = None) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each character that no face has, at its first place."""
    has = covered_by(faces.all)
    first: dict[str, tuple[str, Span | None]] = {}
    counts: Counter[str] = Counter()
    for text, span in printed_texts(book):
        for character in sorted(_missing(text, has), key=text.index):
            counts[character] += text.count(character)
            first.setdefault(character, (text, span))
    return tuple(_at(character, *first[character], counts[character], sources or {}) for character in first)


def substitute_pictographs(book: Book, faces: Faces) -> Book:
    """Return the book with each pictograph that no face has, and what hangs on it, as one hollow nuqta."""
    has = covered_by(faces.all)
    lost = {c for text, _ in printed_texts(book) for c in _missing(text, has) if is_pictograph(c)}
    if not lost:
        return book
    one = f"[{re.escape(''.join(sorted(lost)))}]"
    sequence = re.compile(f"{one}(?:[{_TAIL}]|(?<=\u200d){one})*")
    changed: Book = change_texts(book, lambda text: sequence.sub(SUBSTITUTE, text))
    return changed


def is_pictograph(character: str) -> bool:
    """Whether a character is a picture rather than writing."""
    return unicodedata.category(character) in {"So", "Sk"} or character == "\u20e3"


@cache
def _needs_no_glyph(character: str) -> bool:
    return unicodedata.category(character) in _NEVER_DRAWN or character in _SELECTORS


def _missing(text: str, has: frozenset[str]) -> set[str]:
    """Return the characters of a text that cannot be drawn, whole or as base and marks."""
    return {
        c
        for c in set(text) - has
        if not _needs_no_glyph(c) and not (len(parts := unicodedata.normalize("NFD", c)) > 1 and set(parts) <= has)
    }


def _at(character: str, text: str, span: Span | None, count: int, sources: Mapping[str, SourceFile]) -> Diagnostic:
    finding: Finding = MISSING_PICTOGRAPH if is_pictograph(character) else MISSING_CHARACTER
    place = _place(character, span, sources) or span
    return finding.at(
        place,
        character=character if unicodedata.category(character)[0] != "M" else f"\u25cc{character}",
        code=f"U+{ord(character):04X}",
        name=unicodedata.name(character, "?"),
        word=_word(text, text.index(character)),
        count=count,
    )


def _place(character: str, span: Span | None, sources: Mapping[str, SourceFile]) -> Span | None:
    """Return where exactly the character stands, where the source is at hand."""
    source = sources.get(span.file) if span else None
    if source is None or span is None:
        return None
    at = source.text.find(character, span.start, span.end)
    return source.span(at, at + 1) if at >= 0 else None


def _word(text: str, at: int) -> str:
    found = next((word for word in _WORD.finditer(text) if word.start() <= at < word.end()), None)
    return text[at] if found is None else found[0][:_WORD_SHOWN]
