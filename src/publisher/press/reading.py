"""A unit's pages read back from its boxes: the text that was set, and where each block goes on on a later page."""

import re
from typing import Any, Final

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from publisher.arabic.letters import INVISIBLE
from publisher.press.drawing import is_reference
from publisher.press.pack import Run

_UNCOUNTED: Final = re.compile(f"[\\s{''.join(sorted(INVISIBLE))}]+")


def length_of(text: str) -> int:
    """Return how many letters and signs a text has; white space and joiners do not count."""
    return len(_UNCOUNTED.sub("", text))


class Reading:
    """What the pages of a unit say."""

    def __init__(self) -> None:
        self.text: list[str] = []
        """The unit's own text, a line or piece each; notes stand at the foot of their page."""
        self.generated: list[str] = []
        """What the style sheet and the tool added: markers, calls, page references."""
        self.runs: list[Run] = []
        self._counts: dict[str, int] = {}
        self._page_of: dict[str, int] = {}
        self._repeated: set[Any] = set()

    def add_page(self, page_box: Any, page: int) -> set[Any]:
        """Read a page; return its text boxes that only repeat what an earlier page said."""
        self._page = page
        self._echoes: set[Any] = set()
        self._headings: set[Any] = set()
        for child in page_box.children:
            if not isinstance(child, boxes.MarginBox):
                self._read(child, (), isinstance(child, boxes.FootnoteAreaBox))
        self._repeated |= self._headings
        return self._echoes

    def _read(self, box: Any, open_blocks: tuple[str, ...], is_note: bool) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._say(box, open_blocks, is_note)
            return
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header and box.element is not None:
            if box.element in self._repeated:
                self._echoes.update(b for b in box.descendants() if isinstance(b, boxes.TextBox | boxes.ReplacedBox))
                return
            self._headings.add(box.element)
        if not isinstance(box, boxes.ParentBox):
            return
        ident = box.element.get("id") if box.element is not None and "::" not in box.element_tag else None
        if ident and ident not in open_blocks:
            open_blocks = (*open_blocks, ident)
        for child in box.children:
            self._read(child, open_blocks, is_note)
        if isinstance(box, boxes.LineBox):
            self.text.append("\n")

    def _say(self, box: Any, open_blocks: tuple[str, ...], is_note: bool) -> None:
        if "::" in (box.element_tag or "") or is_reference(box):
            self.generated.append(box.text)
            return
        self.text.append(box.text)
        if is_note:
            return
        length = length_of(box.text)
        for block in open_blocks:
            count = self._counts.get(block, 0)
            if count and length and self._page_of[block] != self._page:
                self.runs.append(Run(block, count, self._page))
            if length:
                self._page_of[block] = self._page
                self._counts[block] = count + length
