"""Notes numbered by the page: which page a note falls on is known only after layout, so its number is set then.

The label is text of the unit (`data-call`); a changed one lays its unit out again, the others come from the cache.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from publisher.arabic import digits
from publisher.book import Book
from publisher.press.job import Unit

MOST_ROUNDS = 5
"""How often a book may be printed until the numbers hold."""

_NOTE = re.compile(r'(<span class="fn" id="(?P<id>[^"]+)"[^>]*? data-call=")(?P<call>[^"]*)(")')


def page_labels(book: Book, pages: Mapping[str, tuple[int, str]], numerals: str) -> dict[str, str]:
    """Return the number of each note on its page, by its id; pages as `Pressed.page_map` has them."""
    counts: dict[int, int] = {}
    labels: dict[str, str] = {}
    for chapter in book.chapters():
        for note in chapter.notes:
            if note.id in pages:
                page = pages[note.id][0]
                counts[page] = counts.get(page, 0) + 1
                labels[note.id] = digits.number(counts[page], numerals)
    return labels


def with_note_labels(units: tuple[Unit, ...], labels: Mapping[str, str]) -> tuple[Unit, ...]:
    """Return units whose notes carry the labels given."""

    def labelled(found: re.Match[str]) -> str:
        label = labels.get(found["id"])
        return found[0] if label is None else f"{found[1]}({label}){found[4]}"

    return tuple(replace(unit, body=_NOTE.sub(labelled, unit.body)) for unit in units)
