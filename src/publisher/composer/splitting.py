"""Long footnotes go on to the next page: WeasyPrint moves a note whole, and lets it run off the paper when it is longer.

A note that does not fit below its line is cut after the last of its lines that does. The part that is left is the first
note of the next page, where it may be cut again. The area of the notes never takes more than three quarters of a page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from weasyprint.formatting_structure import boxes

from publisher.composer.cutting import Split, cut_to
from publisher.composer.state import typesetting_of

_LARGEST: Final = 0.75
"""How much of a page notes may take."""


@dataclass
class Pending:
    """What is known of the notes of the page in work."""

    asked: tuple[float, float] | None = None
    """The last bottom that was asked for: room kept below it, and where it lies."""
    splits: list[Split] = field(default_factory=list)

    def of(self, note: Any) -> Split | None:
        """Return the split of a whole note or of its head."""
        return next((s for s in self.splits if note is s.note or note is s.head), None)


def pending_of(context: Any) -> Pending:
    """Return the notes in work of a layout."""
    found = context.__dict__.get("_composer_notes")
    if found is None:
        found = context._composer_notes = Pending()
    return found


def around_page(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.page.make_page`: notes put off to the next page come in the order of their calls, parts first."""

    def make_page(context: Any, *rest: Any) -> Any:
        if typesetting_of(context) is None:
            return original(context, *rest)
        context._composer_notes = Pending()
        for i, note in enumerate(context.footnotes):
            note.__dict__.setdefault("_composer_order", i)
        made = original(context, *rest)
        context.reported_footnotes[:0] = [split.tail for split in pending_of(context).splits]
        context.reported_footnotes.sort(key=_order)
        return made

    return make_page


def _order(note: Any) -> int:
    """Return where a note, or a part of one, comes in the document."""
    return int(note.__dict__.get("_composer_order", 0))


def around_overflows(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.LayoutContext.overflows_page`, to know how deep the line that calls a note reaches."""

    def overflows_page(self: Any, bottom_space: float, position_y: float) -> Any:
        if typesetting_of(self) is not None:
            pending_of(self).asked = (bottom_space, position_y)
        return original(self, bottom_space, position_y)

    return overflows_page


def around_update(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.LayoutContext._update_footnote_area`: the lines of notes ask too, and are not meant."""

    def update_footnote_area(self: Any) -> Any:
        if typesetting_of(self) is None:
            return original(self)
        pending = pending_of(self)
        asked = pending.asked
        made = original(self)
        pending.asked = asked
        return made

    return update_footnote_area


def around_layout(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.LayoutContext.layout_footnote`: true where the note overflows."""

    def layout_footnote(self: Any, footnote: Any) -> Any:
        if typesetting_of(self) is None:
            return original(self, footnote)
        _prepare(footnote)
        overflows = original(self, footnote)
        pending = pending_of(self)
        if pending.splits:
            # Nothing comes between the parts of a note; its block need not wait with it for that.
            if footnote.style["footnote_policy"] == "block":
                footnote.style["footnote_policy"] = "auto"
            return True
        room = _room(self, pending)
        if self.in_column or self.reported_footnotes or self.current_footnote_area.margin_height() <= room + 1e-6:
            return overflows
        split = cut_to(self, footnote, room)
        if split is None:
            return overflows
        pending.splits.append(split)
        self.current_page_footnotes[-1] = split.head
        self._update_footnote_area()
        return False

    return layout_footnote


def around_unlayout(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.LayoutContext.unlayout_footnote`: a note that is taken back is whole again."""

    def unlayout_footnote(self: Any, footnote: Any) -> Any:
        if typesetting_of(self) is not None:
            _join(self, footnote)
        return original(self, footnote)

    return unlayout_footnote


def around_report(original: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap `layout.LayoutContext.report_footnote`: a note that is put off is put off whole."""

    def report_footnote(self: Any, footnote: Any) -> Any:
        if typesetting_of(self) is not None:
            footnote = _join(self, footnote)
        return original(self, footnote)

    return report_footnote


def _join(context: Any, footnote: Any) -> Any:
    """Undo the cut of a note, if it was cut, and return the whole note."""
    pending = pending_of(context)
    split = pending.of(footnote)
    if split is None:
        return footnote
    pending.splits.remove(split)
    notes = context.current_page_footnotes
    notes[:] = [split.note if note is split.head else note for note in notes]
    return split.note


def _prepare(footnote: Any) -> None:
    """Collapse a note's white space, which WeasyPrint forgets, and let the pieces of its text tell their origin."""
    footnote.process_whitespace()
    for box in footnote.descendants():
        if isinstance(box, boxes.TextBox):
            box._composer_raw = box


def _room(context: Any, pending: Pending) -> float:
    """Return the height that the notes of the page may take."""
    page = context.current_footnote_area.page
    largest = _LARGEST * page.height
    if pending.asked is None:
        return largest
    bottom_space, position_y = pending.asked
    bottom = context.page_bottom + context.current_footnote_area.margin_height()
    return min(largest, bottom - bottom_space - position_y)
