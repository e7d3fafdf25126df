"""The last pass over a content document: foreign words isolated, languages said twice, no empty element left short.

The direction pass has said which way every run goes; here that becomes what every reading system understands (E2).
"""

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from publisher.bidi import first_strong

Element = etree._Element

XHTML: Final = "http://www.w3.org/1999/xhtml"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
LRM: Final = "\u200e"
RLM: Final = "\u200f"
FOREIGN: Final = "und-Latn"
"""Language of Latin words whose language nobody named."""
VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_SPAN, _BDI, _CODE, _PRE = (f"{{{XHTML}}}{name}" for name in ("span", "bdi", "code", "pre"))
_WORD = re.compile("[A-Za-z\u00c0-\u024f]{2}")
_LINK = re.compile(rb'(<a\b[^>]*?\shref=")#([^"]*)(")')


def finish(root: Element) -> None:
    """Write what the direction pass found in the form that old and new reading systems show alike, in place."""
    for element in list(root.iter(etree.Element)):
        tag = str(element.tag)
        if tag == _SPAN and element.get("dir"):
            _isolate(element)
        elif tag == _CODE:
            _isolate_code(element)
        if element.get("lang"):
            element.set(XML_LANG, str(element.get("lang")))
        if element.text is None and len(element) == 0 and tag.rpartition("}")[2] not in VOID:
            element.text = ""


def _isolate(element: Element) -> None:
    """Make a run with a direction a `bdi`; a left-to-right one ends in a mark, for engines that know no `bdi`."""
    element.tag = _BDI
    element.attrib.pop("class", None)
    if element.get("dir") == "ltr":
        if element.get("lang") is None and _WORD.search("".join(element.itertext())):
            element.set("lang", FOREIGN)
        _close_with_mark(element)
        _part_from_next(element)


def _close_with_mark(element: Element) -> None:
    last = element[-1] if len(element) else None
    ending = (element.text if last is None else last.tail) or ""
    if not ending.endswith(LRM):
        if last is None:
            element.text = ending + LRM
        else:
            last.tail = ending + LRM
    text = "".join(element.itertext())
    if first_strong(text[:1]) != "ltr" and not text.startswith(LRM):
        element.text = LRM + (element.text or "")


def _part_from_next(element: Element) -> None:
    """Put a mark between two left-to-right runs with signs alone between them: without `bdi` they would be one run."""
    following, between = element.getnext(), element.tail or ""
    if following is not None and following.get("dir") == "ltr" and not any(map(str.isalnum, between)):
        element.tail = RLM + between


def _isolate_code(element: Element) -> None:
    """Put code that stands in a line into a `bdi`, so that the marks do not get into the code itself."""
    parent = element.getparent()
    if parent is None or parent.tag == _PRE or element.get("dir") != "ltr":
        return
    around = etree.Element(_BDI, dir="ltr")
    parent.replace(element, around)
    around.tail, element.tail = element.tail, None
    del element.attrib["dir"]
    around.append(element)
    _close_with_mark(around)


def serialised(root: Element) -> bytes:
    """Return a document as bytes."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>") + b"\n"


def properties_of(data: bytes) -> tuple[str, ...]:
    """Return what the manifest has to say of a document, from what is in it (B5)."""
    marks = {"mathml": b"<math ", "svg": b"<svg ", "scripted": b"<script"}
    return tuple(name for name, mark in marks.items() if mark in data)


def qualified(data: bytes, name: str, places: Mapping[str, str]) -> bytes:
    """Return a document whose links into other files of the book name them; a link to nowhere loses its address.

    Only start tags are touched: a `<` of the text is written as a reference.
    """

    def link(match: re.Match[bytes]) -> bytes:
        target = match[2].decode()
        place = places.get(target)
        if place is None:
            return match[1].rpartition(b" href=")[0] + b' data-lost="' + match[3]
        return match[0] if place == name else match[1] + f"{place}#{target}".encode() + match[3]

    return _LINK.sub(link, data)
