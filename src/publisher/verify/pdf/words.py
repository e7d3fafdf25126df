"""Words of a text as a searcher compares them, and those of a Book."""

import re
from collections import Counter
from collections.abc import Iterator

from publisher.arabic.letters import folded
from publisher.book import Book, Part
from publisher.nodes import CodeBlock, Quran, inline_text
from publisher.walk import chapter_blocks, own_runs

_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text, folded: no marks, hamza seats alike."""
    yield from _WORD.findall(folded(text).lower())


def book_words(book: Book) -> Counter[str]:
    """Return the words of a book's text, each with its number."""
    return Counter(word for text in _texts(book) for word in words_of(text))


def _texts(book: Book) -> Iterator[str]:
    for division in book.body:
        if isinstance(division, Part):
            yield inline_text(division.heading.title)
    for chapter in book.chapters():
        for block in chapter_blocks(chapter):
            if isinstance(block, Quran | CodeBlock):
                yield block.text
            yield from map(inline_text, own_runs(block))


def recovery(wanted: Counter[str], text: str) -> float:
    """Return which part of the wanted words come back from a text."""
    total = sum(wanted.values())
    return 1.0 if not total else sum((wanted & Counter(words_of(text))).values()) / total
