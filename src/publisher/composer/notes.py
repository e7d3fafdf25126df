"""Footnotes are never lost: the cure of WeasyPrint's silent loss, and the count that proves it.

When a line fits on the page only after earlier notes are put off to the next one, WeasyPrint keeps the line but
forgets the notes called in it. They are put off with the others here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes

from publisher.composer.state import typesetting_of


def around_lines_of_block(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.block._linebox_layout`."""

    def lines_of_block(
        context: Any, box: Any, index: Any, child: Any, new_children: Any, *rest: Any, **named: Any
    ) -> Any:
        result = original(context, box, index, child, new_children, *rest, **named)
        abort, stop, _, _, new_footnotes, _ = result
        if stop and not abort and context.footnotes and typesetting_of(context) is not None:
            _put_off(context, new_children, new_footnotes)
        return result

    return lines_of_block


def _put_off(context: Any, lines: Any, new_footnotes: list[Any]) -> None:
    """Move the pending notes of laid-out lines to the next page."""
    for note in notes_called(line for line in lines if isinstance(line, boxes.LineBox)):
        if note in context.footnotes:
            context.footnotes.remove(note)
            context.reported_footnotes.append(note)
            new_footnotes.append(note)


def notes_called(trees: Any) -> Iterator[Any]:
    """Yield the footnote of every call in some boxes."""
    for tree in trees:
        for box in tree.descendants():
            if box.footnote is not None:
                yield box.footnote


@dataclass(frozen=True)
class NoteCount:
    """Calls and notes of a laid-out document, by the elements that made them."""

    called: int
    set: int
    lost: tuple[Any, ...]
    """Elements whose call was set without its note."""


def count_notes(document: Any) -> NoteCount:
    """Count the footnote calls and the footnotes in the pages of a laid-out document."""
    called: dict[Any, None] = {}
    found: dict[Any, None] = {}
    for page in document.pages:
        for area in page._page_box.children:
            is_notes = isinstance(area, boxes.FootnoteAreaBox)
            for box in area.descendants():
                element = getattr(box, "element", None)
                if getattr(box, "footnote", None) is not None:
                    called[element] = None
                if is_notes and element is not None and element is not area.element:
                    found[element] = None
    return NoteCount(len(called), sum(e in found for e in called), tuple(e for e in called if e not in found))
