"""Which elements are inline, which hold text of their own, which are opaque to the direction pass."""

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

INLINE = frozenset(
    "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var".split()  # noqa: SIM905
)
CODE = frozenset({"code", "kbd", "samp", "pre", "script", "style", "svg", "math"})
OPAQUE_CLASSES = frozenset({"fn", "np", "call", "num", "check", "folio", "pagebreak", "page-ref"})


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_inline(element: Element) -> bool:
    """Whether an element stands in a line of text."""
    return local(element) in INLINE


def is_opaque(element: Element) -> bool:
    """Whether an element counts as one object: its direction is given, or it is no running text."""
    name = local(element)
    if name not in INLINE or name in CODE or element.get("dir") is not None:
        return True
    return bool(OPAQUE_CLASSES.intersection((element.get("class") or "").split()))


NOTE_CLASSES = frozenset({"fn", "np"})
"""Classes of inline elements that are paragraphs of their own: a note at its call, a paragraph of one."""


def is_block_of_text(element: Element) -> bool:
    """Whether an element holds inline content only (and some)."""
    name = local(element)
    if NOTE_CLASSES.intersection((element.get("class") or "").split()):
        return not any("np" in (child.get("class") or "").split() for child in element if isinstance(child.tag, str))
    if not name or name in INLINE or name in CODE:
        return False
    if any(
        isinstance(c.tag, str) and local(c) not in INLINE and local(c) not in ("img", "br", "wbr", "math", "svg")
        for c in element
    ):
        return _has_text(element)
    return True


def _has_text(element: Element) -> bool:
    if (element.text or "").strip():
        return True
    return any((child.tail or "").strip() or is_inline(child) for child in element)
