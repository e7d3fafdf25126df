"""Keeps letters joined across element edges: a joiner on both sides (SHP-03), none in words of the Qur'an (E9)."""

from lxml import etree

from publisher.arabic.letters import ZWJ, joining_type
from publisher.direction.elements import CODE, is_inline, local

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type
_ALEFS = frozenset("اأإآٱ")


class _Segment:
    """A stretch of text in the tree that can be read and replaced."""

    __slots__ = ("is_tail", "owner")

    def __init__(self, owner: Element, *, is_tail: bool) -> None:
        self.owner, self.is_tail = owner, is_tail

    @property
    def text(self) -> str:
        return (self.owner.tail if self.is_tail else self.owner.text) or ""

    @text.setter
    def text(self, value: str) -> None:
        if self.is_tail:
            self.owner.tail = value
        else:
            self.owner.text = value


def keep_joined(root: Element) -> int:
    """Insert joiners where an inline element begins or ends inside a joined word; return how many edges were mended."""
    return _Walk().over(root)


class _Walk:
    def __init__(self) -> None:
        self.before: _Segment | None = None
        self.mended = 0

    def over(self, root: Element) -> int:
        self._element(root)
        return self.mended

    def _element(self, element: Element) -> None:
        if not isinstance(element.tag, str):
            return
        is_line = is_inline(element) and "fn" not in (element.get("class") or "").split()
        if not is_line or local(element) in CODE:
            self.before = None
        if local(element) not in CODE and "quran" not in (element.get("class") or "").split():
            self._segment(_Segment(element, is_tail=False))
            for child in element:
                self._element(child)
                if local(child) and not is_inline(child):
                    self.before = None
                self._segment(_Segment(child, is_tail=True))
        if not is_line or local(element) in CODE:
            self.before = None

    def _segment(self, segment: _Segment) -> None:
        text = segment.text
        if not text:
            return
        if self.before is not None and _is_split_join(self.before.text, text):
            if not self.before.text.endswith(ZWJ):
                self.before.text += ZWJ
            if not text.startswith(ZWJ):
                segment.text = ZWJ + text
            self.mended += 1
        self.before = segment


def _is_split_join(before: str, after: str) -> bool:
    last = next(((c, k) for c in reversed(before) if (k := joining_type(c)) != "T"), ("", "U"))
    first = next(((c, k) for c in after if (k := joining_type(c)) != "T"), ("", "U"))
    if last[1] not in "DC" or first[1] not in "DRC":
        return False
    return not (last[0] == "ل" and first[0] in _ALEFS)
