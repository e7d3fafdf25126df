"""The pages of the printed book, marked where they begin in the e-book's text: between words, never inside one (D5, E4).

Letters are counted as the press counts them: what a page begins with is found again whatever the passes added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from publisher.arabic.letters import INVISIBLE
from publisher.editions.epub.finishing import XHTML
from publisher.editions.pagemap import PageStart

Element = etree._Element

UNCOUNTED: Final = frozenset({"call", "page-ref", "notes", "titleblock"})
"""Classes of what the press does not count: it generates these, or sets them elsewhere."""
OPENING: Final = 1
"""Signs that the printed book sets under the title of a chapter."""
WHOLE: Final = frozenset({"bdi", "code", "math", "a", "pre"})
"""Elements that no marker is put into."""
_TYPE: Final = "{http://www.idpf.org/2007/ops}type"
_INLINE: Final = frozenset("a abbr b bdi cite code em i ins mark q s small span strong sub sup u img br".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Break:
    """The beginning of a printed page, with the id of its marker."""

    id: str
    start: PageStart


def numbered(starts: Sequence[PageStart]) -> list[Break]:
    """Return the pages with an id each."""
    return [Break(f"page-{index}", start) for index, start in enumerate(starts, start=1)]


class Marking:
    """Marks the pages of one chapter, file after file."""

    def __init__(self, breaks: Sequence[Break], after_reference: int = 0) -> None:
        self.waiting = list(breaks)
        self.after_reference = after_reference
        """Letters and signs that the printed book sets after each cross-reference, its page not counted."""
        self.count = 0
        self.at_gap = True
        """Whether the text so far ends between two words."""

    def mark(self, section: Element, *, is_last: bool) -> None:
        """Mark the pages that begin in a section; the chapter's first stands before its heading."""
        if not self.count:
            opening = [one for one in self.waiting if one.start.offset == 0]
            self.waiting = self.waiting[len(opening) :]
            for index, one in enumerate(opening):
                section.insert(index, _marker(one))
            self.count = OPENING * bool(section.findall("{*}h1[@class='opening']"))
        for owner, is_tail, text in list(_texts(section)):
            if owner is None:
                self.at_gap = True
                continue
            if is_tail and owner.get("class") == "ref":
                self.count += self.after_reference
            if self.waiting and not _is_whole(owner, is_tail=is_tail):
                self._in_text(owner, text, is_tail=is_tail)
            else:
                self._pass(text)
        if is_last:
            for left in self.waiting:
                section.append(_marker(left))
            self.waiting = []

    def _in_text(self, owner: Element, text: str, *, is_tail: bool) -> None:
        """Put the markers that fall into a stretch of text, last first."""
        places: list[tuple[int, Break]] = []
        for index, character in enumerate(text):
            while self.waiting and self.at_gap and not character.isspace() and self._is_due():
                places.append((index, self.waiting.pop(0)))
            self._pass(character)
        for index, found in reversed(places):
            _split(owner, index, _marker(found), is_tail=is_tail)

    def _is_due(self) -> bool:
        return self.waiting[0].start.offset <= self.count

    def _pass(self, text: str) -> None:
        for character in text:
            if character.isspace():
                self.at_gap = True
            elif character not in INVISIBLE:
                self.count += 1
                self.at_gap = False


def _texts(element: Element) -> Iterator[tuple[Element | None, bool, str]]:
    """Yield the stretches of text that are counted, each with its element; None where a block begins or ends."""
    yield element, False, element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            is_block = child.tag.rpartition("}")[2] not in _INLINE
            if is_block:
                yield None, False, ""
            if _is_counted(child):
                yield from _texts(child)
            if is_block:
                yield None, False, ""
        yield child, True, child.tail or ""


def _is_counted(element: Element) -> bool:
    names, tag = (element.get("class") or "").split(), str(element.tag)
    is_number = "num" in names and tag.endswith("}span")
    return not is_number and not UNCOUNTED.intersection(names) and not tag.endswith("}math")


def _is_whole(owner: Element, *, is_tail: bool) -> bool:
    """Whether a stretch of text stands inside an element that is kept whole."""
    inside = owner.getparent() if is_tail else owner
    while inside is not None and isinstance(inside.tag, str):
        name = inside.tag.rpartition("}")[2]
        if name in WHOLE:
            return True
        if name not in _INLINE:
            return False
        inside = inside.getparent()
    return False


def _marker(found: Break) -> Element:
    marker = etree.Element(f"{{{XHTML}}}span", {_TYPE: "pagebreak", "role": "doc-pagebreak", "id": found.id})
    marker.set("aria-label", found.start.folio)
    marker.text = ""
    return marker


def _split(owner: Element, index: int, marker: Element, *, is_tail: bool) -> None:
    """Put a marker into the text of an element, or into the text after it."""
    text = (owner.tail if is_tail else owner.text) or ""
    marker.tail = text[index:]
    if is_tail:
        parent = owner.getparent()
        if parent is not None:
            owner.tail = text[:index]
            parent.insert(parent.index(owner) + 1, marker)
    else:
        owner.text = text[:index]
        owner.insert(0, marker)
