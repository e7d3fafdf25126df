"""The structure tree of a unit, grown from its pages: one element for an element, however many pages it runs over.

Notes stand at their call; heads, folios and repeated table headings are not in the tree.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from publisher.press.roles import GROUPING, INLINE, is_presentation, role_of


class Element:
    """A structure element in the making."""

    __slots__ = ("alt", "attributes", "ident", "is_implied", "kids", "lang", "number", "page", "parent", "role")

    def __init__(self, role: str, parent: "Element | None", page: int) -> None:
        self.role = role
        self.parent = parent
        self.page = page
        self.kids: list[Any] = []
        """Elements, `Mark`s and annotations."""
        self.attributes = b""
        self.alt: str | None = None
        self.lang: str | None = None
        self.ident = ""
        self.is_implied = False
        """A paragraph that no element of the unit asked for."""
        self.number = 0


class Mark:
    """A marked piece of content: its number in its stream."""

    __slots__ = ("mcid", "page", "stream")

    def __init__(self, mcid: int, page: int, stream: Any) -> None:
        self.mcid = mcid
        self.page = page
        self.stream = stream


class Structure:
    """Grows the tree page by page."""

    def __init__(self, unit: str, language: str) -> None:
        self.unit = unit
        self.language = language
        self.root = Element("Document", None, 0)
        self.notes: list[Element] = []
        self.undescribed: list[str] = []
        """Pictures without a description."""
        self._known: dict[tuple[Any, str], Element | None] = {}
        self._bodies: dict[int, Element] = {}
        self._presentation: set[Any] = set()

    def add_page(self, page_box: Any, page: int, marks: dict[Any, Any], annotations: dict[Any, list[Any]]) -> None:
        """Add what a page shows. `marks` and `annotations` say what was drawn for each box."""
        self._page = page
        self._height = page_box.margin_height()
        self._marks = marks
        self._annotations = annotations
        for child in page_box.children:
            if not isinstance(child, boxes.MarginBox):
                self._grow(child, self.root, None)

    def _grow(self, box: Any, parent: Element, of: Any) -> None:
        """Add a box under an element; `of` is the key of the box that the element was made for."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            if box in self._marks:
                self._put(parent, Mark(self._marks[box][0], self._page, self._marks[box][1]))
            return
        if isinstance(box, boxes.ReplacedBox):
            self._figure(box, parent)
            return
        key = None if box.element is None else (box.element, box.element_tag)
        here = parent if key is None or key == of else self._element(box, key, parent)
        for annotation in self._annotations.get(box, ()):
            here.kids.append(annotation)
        for child in box.children:
            self._grow(child, here, key)

    def _element(self, box: Any, key: tuple[Any, str], parent: Element) -> Element:
        """Return the element of a box: the one that it goes on with, a new one, or its parent's."""
        if key in self._known:
            known = self._known[key]
            return parent if known is None else self._bodies.get(id(known), known)
        element, tag = key
        if tag.endswith("::footnote-call"):
            return self._call(key, parent)
        if tag.endswith(("::marker", "::footnote-marker")):
            return self._label(key, parent)
        if tag == "table" and is_presentation(element):
            self._presentation.update((part, part.tag) for part in element.iter())
        role = role_of(element, tag, key in self._presentation)
        lang = element.get("lang")
        is_foreign = "::" not in tag and lang and lang != self.language and tag not in ("html", "body")
        if role is None and is_foreign:
            role = "Span"
        if role is None:
            self._known[key] = None
            return parent
        made = self._known[key] = self._new(role, parent)
        made.lang = lang if is_foreign else None
        if role == "LI":
            return self._item(made, tag)
        if role in ("TH", "TD"):
            made.attributes = _cell(box, role, element)
        return made

    def _new(self, role: str, parent: Element) -> Element:
        made = Element(role, parent, self._page)
        self._put(parent, made)
        return made

    def _put(self, parent: Element, kid: Any) -> None:
        """Add a kid; text straight in a grouping element gets a paragraph."""
        is_inline = not isinstance(kid, Element) or kid.role in INLINE
        if parent.role in GROUPING and is_inline:
            last = parent.kids[-1] if parent.kids else None
            if not (isinstance(last, Element) and last.is_implied):
                last = Element("P", parent, self._page)
                last.is_implied = True
                parent.kids.append(last)
            parent = last
        parent.kids.append(kid)
        if isinstance(kid, Element):
            kid.parent = parent

    def _item(self, item: Element, tag: str) -> Element:
        """Return the body of a list item."""
        body = self._bodies[id(item)] = self._new("Lbl" if tag == "dt" else "LBody", item)
        return body

    def _label(self, key: tuple[Any, str], parent: Element) -> Element:
        element, tag = key
        owner = self._known.get((element, tag.split("::")[0]))
        if owner is None or (owner.role not in ("LI", "Note")):
            self._known[key] = None
            return parent
        label = self._known[key] = Element("Lbl", owner, self._page)
        owner.kids.insert(0, label)
        return label

    def _call(self, key: tuple[Any, str], parent: Element) -> Element:
        """Put a reference at a note's call, and the note after it."""
        element, tag = key
        call = self._known[key] = self._new("Reference", parent)
        note = self._known[element, tag.split("::")[0]] = self._new("Note", parent)
        self.notes.append(note)
        note.ident = f"{self.unit}-{element.get('id') or f'note-{len(self.notes)}'}"
        return call

    def _figure(self, box: Any, parent: Element) -> None:
        element = box.element
        mark = self._marks.get(box)
        if mark is None:
            return
        figure = self._new("Figure", parent)
        figure.kids.append(Mark(mark[0], self._page, mark[1]))
        figure.alt = description(element)
        if figure.alt is None:
            self.undescribed.append(element.get("src", element.tag))
        x, y = box.content_box_x() * 0.75, (self._height - box.content_box_y()) * 0.75
        corners = x, y - box.height * 0.75, x + box.width * 0.75, y
        figure.attributes = b"/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>" % corners

    def elements(self) -> list[Element]:
        """Return the elements in reading order, without those that hold nothing; the document's is left out."""
        return list(_kept(self.root))


def description(element: Any) -> str | None:
    """Return the words that stand for a picture."""
    if element.tag.endswith("}svg"):
        title = element.find("{http://www.w3.org/2000/svg}title")
        return None if title is None else title.text
    return element.get("alt")


def _cell(box: Any, role: str, element: Any) -> bytes:
    parts = b""
    if role == "TH":
        parts += b"/Scope/Row" if element.get("scope") == "row" else b"/Scope/Column"
    if box.colspan != 1:
        parts += b"/ColSpan %d" % box.colspan
    if box.rowspan != 1:
        parts += b"/RowSpan %d" % box.rowspan
    return b"/A<</O/Table%s>>" % parts if parts else b""


def _kept(element: Element) -> Iterator[Element]:
    """Yield the elements below one, pruned of the empty ones."""
    found = []
    kids = []
    for kid in element.kids:
        if not isinstance(kid, Element):
            kids.append(kid)
            continue
        below = list(_kept(kid))
        if kid.kids:
            kids.append(kid)
            found.append(kid)
            found += below
    element.kids = kids
    yield from found
