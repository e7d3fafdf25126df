"""Words for reading markup whatever its spelling: local names, structural types, roles, language, direction, text."""

from collections.abc import Iterator

from lxml import etree

from publisher.book import direction

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

OPS = "{http://www.idpf.org/2007/ops}"
XML = "{http://www.w3.org/XML/1998/namespace}"
XHTML = "{http://www.w3.org/1999/xhtml}"
DC = "{http://purl.org/dc/elements/1.1/}"

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NOT_TEXT = frozenset({"script", "style", "template", "head"})
CODE = frozenset({"code", "kbd", "samp", "pre", "math", "svg", "tt"})


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def elements(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of some local names (all without one), in document order."""
    wanted = frozenset(names)
    for element in root.iter():
        name = local(element)
        if name and (not wanted or name in wanted):
            yield element


def types_of(element: Element) -> frozenset[str]:
    """Return the tokens of `epub:type`."""
    return frozenset((element.get(OPS + "type") or "").split())


def roles_of(element: Element) -> frozenset[str]:
    """Return the tokens of `role`."""
    return frozenset((element.get("role") or "").split())


def is_a(element: Element, *kinds: str) -> bool:
    """Whether an element is of a structural kind, by its `epub:type` or by its `doc-` role."""
    types, roles = types_of(element), roles_of(element)
    return any(kind in types or f"doc-{kind}" in roles for kind in kinds)


def lineage(element: Element) -> Iterator[Element]:
    """Yield an element and what it stands in, outwards."""
    yield element
    yield from element.iterancestors()


def own_language(element: Element) -> str:
    """Return the language that an element states itself."""
    return (element.get(XML + "lang") or element.get("lang") or "").strip()


def language_of(element: Element) -> str:
    """Return the language that holds in an element."""
    return next((tag for e in lineage(element) if (tag := own_language(e))), "")


def own_direction(element: Element) -> str:
    """Return the `dir` that an element states itself."""
    return (element.get("dir") or "").strip().lower()


def is_rtl_language(tag: str) -> bool:
    """Whether a language is written from right to left."""
    return bool(tag) and direction(tag) == "rtl"


def text_of(element: Element) -> str:
    """Return the text of an element, its white space collapsed."""
    return " ".join("".join(texts(element)).split())


def texts(element: Element) -> Iterator[str]:
    """Yield the stretches of text in an element, those of scripts and style sheets left out."""
    if local(element) in NOT_TEXT or not local(element):
        return
    yield element.text or ""
    for child in element:
        yield from texts(child)
        yield child.tail or ""


def is_hidden(element: Element) -> bool:
    """Whether an element or what it stands in is taken out of the text by its markup."""
    return any(e.get("hidden") is not None or e.get("aria-hidden") == "true" for e in lineage(element))
