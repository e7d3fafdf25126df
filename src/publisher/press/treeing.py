"""A unit's structure tree written as templates, with its part of the parent tree."""

from typing import Any

from publisher.press.links import Annotation
from publisher.press.objects import Objects
from publisher.press.structure import Element, Mark, Structure
from publisher.press.syntax import text_string

Written = tuple[int, list[bytes], list[int], dict[Any, int]]


def tree_templates(structure: Structure, objects: Objects, pages: list[int]) -> Written:
    """Add the elements to the objects.

    Return how many keys of the parent tree there are, its entries, the elements at the top, and each stream's key.
    """
    elements = structure.elements()
    for element in elements:
        element.number = objects.add()
    writer = _Writer(objects, pages)
    for element in elements:
        writer.write(element)
    roots = [kid.number for kid in structure.root.kids if isinstance(kid, Element)]
    return *writer.parent_tree(), roots, writer.keys


class _Writer:
    def __init__(self, objects: Objects, pages: list[int]) -> None:
        self.objects = objects
        self.pages = pages
        self.owners: dict[Any, dict[int, int]] = {}
        """Element of each marked piece, by stream."""
        self.annotated: list[tuple[Annotation, int]] = []
        self.keys: dict[Any, int] = {}

    def write(self, element: Element) -> None:
        """Write one element."""
        parent = element.parent
        parent_token = b"~%d~" % parent.number if parent is not None and parent.parent is not None else b"~D~"
        kids = b" ".join(self._kid(element, kid) for kid in element.kids)
        extra = element.attributes
        if element.alt is not None:
            extra += b"/Alt %s" % text_string(element.alt)
        if element.lang:
            extra += b"/Lang %s" % text_string(element.lang.encode())
        if element.ident:
            extra += b"/ID %s" % text_string(element.ident.encode())
        page = b"~%d~" % self.pages[element.page]
        self.objects.items[element.number] = b"<</Type/StructElem/S/%s/P %s/Pg %s/K[%s]%s>>" % (
            element.role.encode(),
            parent_token,
            page,
            kids,
            extra,
        )

    def _kid(self, element: Element, kid: Any) -> bytes:
        if isinstance(kid, Element):
            return b"~%d~" % kid.number
        if isinstance(kid, Annotation):
            self.annotated.append((kid, element.number))
            return b"<</Type/OBJR/Obj ~%d~/Pg ~%d~>>" % (kid.number, kid.page)
        assert isinstance(kid, Mark)  # noqa: S101 - there is no other kind
        self.owners.setdefault(kid.stream, {})[kid.mcid] = element.number
        if kid.stream.is_group:
            return b"<</Type/MCR/Pg ~%d~/Stm ~%d~/MCID %d>>" % (self.pages[kid.page], kid.stream.number, kid.mcid)
        if kid.page != element.page:
            return b"<</Type/MCR/Pg ~%d~/MCID %d>>" % (self.pages[kid.page], kid.mcid)
        return b"%d" % kid.mcid

    def parent_tree(self) -> tuple[int, list[bytes]]:
        """Return the number of keys, and the entries in order: streams, then annotations."""
        entries = []
        for key, (stream, owners) in enumerate(self.owners.items()):
            self.keys[stream] = key
            nothing = b"null"
            row = [b"~%d~" % owners[i] if i in owners else nothing for i in range(max(owners) + 1)]
            entries.append(b"^%d^[%s]" % (key, b" ".join(row)))
        for key, (annotation, owner) in enumerate(self.annotated, len(entries)):
            entries.append(b"^%d^ ~%d~" % (key, owner))
            self.objects.items[annotation.number] = annotation.template + b"/StructParent ^%d^>>" % key
        return len(entries), entries
