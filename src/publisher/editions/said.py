"""A made page read back: what its elements say, stretch by stretch, to be held against the Book."""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from publisher.editions.audit import alternative_found

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

ADDED: Final = frozenset({"gap", "sep", "check", "br", "added", "page-ref", "titleblock", "notes"})
"""Classes of what the tool adds to the author's words, or of what is read by itself."""
GAP: Final = "gap"
"""Class of what parts the halves of a bayt."""
_INLINE: Final = frozenset(
    "a abbr b bdi cite code em i ins kbd mark q s small span strong sub sup u img math".split()  # noqa: SIM905
)


def texts(root: Element | None) -> Iterator[str]:
    """Yield what an element says; only inline elements leave their words unparted."""
    yield "".join(_said(root))


def _said(element: Element | None) -> Iterator[str]:
    if element is None:
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            name = child.tag.rpartition("}")[2]
            is_inline = name in _INLINE
            if not is_inline or child.get("class") == GAP:
                yield " "
            if not _is_added(child):
                yield from _own(child, name)
            if not is_inline:
                yield " "
        yield child.tail or ""


def _own(element: Element, name: str) -> Iterable[str]:
    if name == "img":
        return (alternative_found(element.get("alt") or ""),)
    if name == "math":
        return (element.get("alttext") or "",)
    return _said(element)


def _is_added(element: Element) -> bool:
    names = element.get("class")
    return names is not None and not ADDED.isdisjoint(names.split())
