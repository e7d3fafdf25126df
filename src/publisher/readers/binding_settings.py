"""Settings made whole once the text is known: kind, style, digits, slug, title."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from publisher.arabic.digits import FAMILY_OF, family_of_locale
from publisher.arabic.letters import has_arabic
from publisher.arabic.transliteration import slug
from publisher.book import Book, Metadata
from publisher.config import Settings
from publisher.nodes import Blocks, Foreign, Heading, Inline, Inlines, List, Styled, Text
from publisher.walk import iter_blocks, iter_runs

_DIGIT: Final = re.compile(f"[{''.join(FAMILY_OF)}]")
_STYLES: Final = {"book": "kitab", "article": "maqal"}


def with_kind(settings: Settings, *, is_article: bool) -> Settings:
    """Return settings with kind and style chosen: an article is a maqal, a book a kitab, unless they say otherwise."""
    kind = settings.kind or ("article" if is_article else "book")
    return replace(settings, kind=kind, style=settings.style or _STYLES[kind])


def with_slug(settings: Settings, name: str) -> Settings:
    """Return settings with the ASCII name of the made files: theirs, the title's, else the manuscript's own."""
    made = slug(settings.slug) or slug(settings.title) or slug(name) or "book"
    return replace(settings, slug=made)


def with_digits(settings: Settings, texts: Iterable[Blocks]) -> Settings:
    """Return settings with `auto` digits made the family that the text uses most, outside Latin runs."""
    if settings.typography.digits != "auto":
        return settings
    counts: Counter[str] = Counter()
    for blocks in texts:
        for text in filter(_DIGIT.search, _texts(blocks)):
            counts.update(FAMILY_OF[c] for c in _outside_latin(text) if c in FAMILY_OF)
    usual = family_of_locale(settings.language)
    most = max(counts.values(), default=0)
    family = usual if counts[usual] == most else max(counts, key=counts.__getitem__)
    return replace(settings, typography=replace(settings.typography, digits=family))


def _texts(blocks: Blocks) -> Iterator[str]:
    for run in iter_runs(blocks):
        yield _own_text(run)
    for block in iter_blocks(blocks):
        if isinstance(block, Heading) and block.typed:
            yield block.typed
        elif isinstance(block, List):
            yield from (item.typed for item in block.items if item.typed and block.style)


def _own_text(run: Inlines) -> str:
    """Return the text of a run in the book's own language: no code, formula, foreign words, Qur'an."""
    return "".join(_own(node) for node in run)


def _own(node: Inline) -> str:
    match node:
        case Text(text=text):
            return text
        case Styled(content=content):
            return _own_text(content)
        case Foreign():
            return " "
        case _:
            return getattr(node, "content", "") and _own_text(getattr(node, "content", ()))


def _outside_latin(text: str) -> str:
    """Return text without its Latin runs: words with Latin letters, and the bare numbers beside them."""
    kept: list[str] = []
    numbers: list[str] = []
    is_latin = False
    for word in text.split():
        if any(c.isascii() and c.isalpha() for c in word):
            is_latin = True
            numbers = []
        elif has_arabic(word):
            kept += [*numbers, word]
            is_latin = False
            numbers = []
        elif not is_latin:
            numbers.append(word)
    return " ".join([*kept, *numbers])


def metadata_of(settings: Settings) -> Metadata:
    """Return what the settings say of the book."""
    names = {name for name in Metadata.__dataclass_fields__ if name in Settings.__dataclass_fields__}
    return Metadata(**{name: getattr(settings, name) for name in names})


def body_texts(book: Book) -> Iterator[Blocks]:
    """Yield the blocks of every chapter and note of a book."""
    for chapter in book.chapters():
        yield (*((chapter.heading,) if chapter.heading else ()), *chapter.blocks)
        for note in chapter.notes:
            yield note.blocks
