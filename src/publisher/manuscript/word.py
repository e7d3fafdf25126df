"""Word files (.docx) as manuscript files: the archive checked before anyone opens it, its paragraphs as plain lines.

The lines are what places point into; the reader takes the file itself.
"""

import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lxml import etree

from publisher.diagnostic import Said, Stop, error
from publisher.manuscript.decoding import EMPTY, file_span
from publisher.manuscript.limits import MEGABYTE, WORD_DEPTH, WORD_ENTRIES, WORD_UNPACKED_MEGABYTES, WORD_XML_MEGABYTES
from publisher.source import SourceFile

DAMAGED = error(
    "word-damaged",
    Said("ملف Word لا يُفتح: {name} ({reason})", "the Word file cannot be opened: {name} ({reason})"),
    Said("افتحه في Word واحفظه من جديد بصيغة ‎.docx‎.", "open it in Word and save it again as .docx."),
)
TOO_LARGE = error(
    "word-limit",
    Said("ملف Word {name} يتجاوز الحد: {limit}", "the Word file {name} passes the limit: {limit}"),
    Said("قسّمه، أو صغّر صوره.", "divide it, or make its images smaller."),
)

SUFFIX: Final = ".docx"
_MAIN: Final = "word/document.xml"
_PARTS: Final = (_MAIN, "word/footnotes.xml", "word/endnotes.xml")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


@dataclass(frozen=True)
class WordFile(SourceFile):
    """A Word file: `text` has its paragraphs as lines, `data` is the archive."""

    data: bytes = b""


def open_word(name: str, data: bytes) -> WordFile:
    """Return a Word file whose archive is safe to open. Raises Stop."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _hold_to_limits(name, archive)
            lines = [line for part in _PARTS if part in archive.namelist() for line in _lines(name, archive.read(part))]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise Stop(DAMAGED.at(file_span(name), name=name, reason=fault)) from None
    text = unicodedata.normalize("NFC", "\n".join(lines))
    if not text.strip():
        raise Stop(EMPTY.at(file_span(name), name=name))
    return WordFile(name, text, data)


def _hold_to_limits(name: str, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if _MAIN not in archive.namelist():
        raise Stop(DAMAGED.at(file_span(name), name=name, reason=_MAIN))
    xml = sum(e.file_size for e in entries if e.filename.endswith((".xml", ".rels")))
    limits = (
        (len(entries) > WORD_ENTRIES, f"{WORD_ENTRIES} parts"),
        (
            sum(e.file_size for e in entries) > WORD_UNPACKED_MEGABYTES * MEGABYTE,
            f"{WORD_UNPACKED_MEGABYTES} MB unpacked",
        ),
        (xml > WORD_XML_MEGABYTES * MEGABYTE, f"{WORD_XML_MEGABYTES} MB of text"),
    )
    for is_passed, limit in limits:
        if is_passed:
            raise Stop(TOO_LARGE.at(file_span(name), name=name, limit=limit))
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            _checked(name, archive.read(entry))


def _checked(name: str, xml: bytes) -> etree._Element:
    """Return a part as a tree, if it declares nothing and nests no deeper than a text does."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as fault:
        raise Stop(DAMAGED.at(file_span(name), name=name, reason=fault.msg)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Stop(DAMAGED.at(file_span(name), name=name, reason="<!DOCTYPE>"))
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > WORD_DEPTH:
            raise Stop(TOO_LARGE.at(file_span(name), name=name, limit=f"{WORD_DEPTH} levels"))
    return root


def _lines(name: str, xml: bytes) -> Iterator[str]:
    for paragraph in _checked(name, xml).iter(f"{_W}p"):
        yield "".join(_text(node) for node in paragraph.iter())


def _text(node: etree._Element) -> str:
    return (node.text or "") if node.tag == f"{_W}t" else _SIGNS.get(str(node.tag), "")


def member(data: bytes, path: str, limit: int) -> bytes | None:
    """Return a part of a Word file's archive, or None where it is not there or too large."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entry = archive.getinfo(path)
            return archive.read(entry) if entry.file_size <= limit else None
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError):
        return None
