"""Link annotations of a unit, by name: which place a name means, the joiner knows."""

from typing import Any

from publisher.press.objects import Objects
from publisher.press.syntax import numbers, text_string
from publisher.words import words_of


class Annotation:
    """A link annotation: its object and its page."""

    __slots__ = ("number", "page", "template")

    def __init__(self, number: int, page: int, template: bytes) -> None:
        self.number = number
        self.page = page
        self.template = template
        """Without its key of the parent tree and its end."""


class Links:
    """Makes the annotations and keeps the targets that they need."""

    def __init__(self, objects: Objects, language: str, *, can_click: bool) -> None:
        self.objects = objects
        self.can_click = can_click
        self.targets: set[str] = set()
        self._by_page: dict[int, list[int]] = {}
        self._word = words_of(language)["page"]

    def of_page(self, page: Any, matrix: Any, page_number: int) -> dict[Any, list[Annotation]]:
        """Return the annotations of each box of a page."""
        found: dict[Any, list[Annotation]] = {}
        for kind, target, rectangle, box in page.links:
            if kind not in ("internal", "external") or box.link is None:
                continue
            if not self.can_click:
                self.targets.update([target] if kind == "internal" else ())
                continue
            annotation = self._annotation(kind, target, rectangle, box, matrix, page_number)
            found.setdefault(box, []).append(annotation)
        return found

    def on_page(self, page_number: int) -> list[int]:
        """Return the objects of a page's annotations."""
        return self._by_page.get(page_number, [])

    def _annotation(
        self, kind: str, target: str, rectangle: Any, box: Any, matrix: Any, page_number: int
    ) -> Annotation:
        corners = *matrix.transform_point(*rectangle[:2]), *matrix.transform_point(*rectangle[2:])
        if kind == "internal":
            self.targets.add(target)
            action = b"/Dest %s" % text_string(target)
        else:
            action = b"/A<</S/URI/URI %s>>" % text_string(target.encode())
        number = self.objects.add()
        self._by_page.setdefault(page_number, []).append(number)
        template = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect%s/Contents %s%s" % (
            numbers(corners),
            text_string(self._said(box, target)),
            action,
        )
        return Annotation(number, page_number, template)

    def _said(self, box: Any, target: str) -> str:
        """Return what a link says of itself."""
        element = box.element
        if "pr" in (element.get("class") or "").split():
            return self._word
        return element.get("title") or " ".join("".join(element.itertext()).split()) or target
