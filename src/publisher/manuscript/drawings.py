"""SVG drawings made safe: no entities, no scripts, nothing fetched. What is taken out is told."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from publisher.manuscript.limits import MEGABYTE, SVG_MEGABYTES

DRAWN: Final = 200_000
"""Elements that a drawing may draw, each use of one counted."""
_SVG = "{http://www.w3.org/2000/svg}"
_UNSAFE_ELEMENTS = frozenset(
    (
        "script",
        "foreignObject",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "handler",
        "set",
        "animate",
        "link",
    )
)
_REFERRING = frozenset(("use", "image", "feImage"))
"""Elements that are nothing without what they refer to; the engine cannot draw them so."""
_PAINTED = re.compile(r"url\(\s*['\"]?#([^'\")]+)")
_INNER = ("#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


class UnsafeDrawing(Exception):  # noqa: N818 - caught by `assets`, which makes a finding of it
    """Says why a drawing cannot be used at all."""


def safe_svg(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a drawing without anything that runs or fetches, and the names of what was taken out.

    Raises UnsafeDrawing for one that is no SVG, too large, or declares entities.
    """
    if len(data) > SVG_MEGABYTES * MEGABYTE:
        raise UnsafeDrawing(f"> {SVG_MEGABYTES} MB")
    root = _parsed(data)
    taken = list(_cleaned(root))
    if _drawn(root) > DRAWN:
        raise UnsafeDrawing(f"> {DRAWN} × <…>")
    if not taken:
        return data, ()
    return etree.tostring(root, encoding="utf-8", xml_declaration=True), tuple(sorted(set(taken)))


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise UnsafeDrawing(str(fault.msg)) from None
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise UnsafeDrawing("<!ENTITY …>")
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise UnsafeDrawing(f"<{etree.QName(root).localname}>")
    return root


def _cleaned(root: etree._Element) -> Iterator[str]:
    if any(_is_instruction(node) for node in root.itersiblings(preceding=True)):
        yield "<?…?>"
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            if _is_instruction(node):
                yield "<?…?>"
                _remove(node)
            continue
        name = etree.QName(node).localname
        if name in _UNSAFE_ELEMENTS:
            yield f"<{name}>"
            _remove(node)
            continue
        for key, value in list(node.attrib.items()):
            if not _is_safe(etree.QName(key).localname, str(value)):
                yield f"{etree.QName(key).localname}=…"
                del node.attrib[key]
        if name in _REFERRING and not any(etree.QName(key).localname == "href" for key in node.attrib):
            yield f"<{name}>"
            _remove(node)
            continue
        if name == "style" and not _is_inner_css(node.text or ""):
            yield "<style>"
            _remove(node)


def _drawn(root: etree._Element) -> int:
    """Return how many elements are drawn when every reference is followed; a circle is past every bound."""
    by_id = {str(node.get("id")): node for node in root.iter() if isinstance(node.tag, str) and node.get("id")}
    counts: dict[etree._Element, int] = {}

    def count(node: etree._Element) -> int:
        if node not in counts:
            counts[node] = DRAWN + 1  # what a circle finds
            inner = [child for child in node if isinstance(child.tag, str)]
            used = [by_id[name] for name in _targets(node) if name in by_id]
            counts[node] = 1 + sum(map(count, (*inner, *used)))
        return counts[node]

    try:
        return count(root)
    except RecursionError:
        return DRAWN + 1


def _targets(node: etree._Element) -> Iterator[str]:
    """Yield the ids that an element draws or paints with; a link is followed by nobody."""
    for key, value in node.attrib.items():
        is_drawn = etree.QName(key).localname == "href" and etree.QName(node).localname != "a"
        if is_drawn and str(value).startswith("#"):
            yield str(value)[1:]
        yield from _PAINTED.findall(str(value))


def _is_instruction(node: etree._Element) -> bool:
    return isinstance(node, etree._ProcessingInstruction)  # noqa: SLF001 - the class has no other name


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _is_safe(name: str, value: str) -> bool:
    if name.lower().startswith("on"):
        return False
    if name in ("href", "src"):
        return value.strip().lower().startswith(_INNER)
    return _is_inner_css(value)


def _is_inner_css(css: str) -> bool:
    """Whether a style fetches nothing: no @import, no escapes that hide one, and every url() of the drawing itself."""
    low = "".join(css.lower().split())
    parts = low.split("url(")[1:]
    return (
        "\\" not in low
        and "@import" not in low
        and "javascript:" not in low
        and all(p.lstrip("'\"").startswith(_INNER) for p in parts)
    )
