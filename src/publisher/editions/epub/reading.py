"""The made e-book read back: what its files say, to be held against the Book."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from publisher.book import Book
from publisher.diagnostic import Diagnostic
from publisher.editions.audit import alternative_found, book_text, compare, normalised, note_text
from publisher.editions.epub.content import Content, divisions
from publisher.editions.epub.finishing import XHTML
from publisher.editions.epub.writer import FOLDER

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

ADDED: Final = frozenset({"gap", "sep", "check", "br", "added", "page-ref", "titleblock", "notes"})
"""Classes of what the tool adds to the author's words, or of what is read by itself."""
GAP: Final = "gap"
"""Class of what parts the halves of a bayt."""
_INLINE: Final = frozenset(
    f"{{{XHTML}}}{name}"
    for name in "a abbr b bdi cite code em i ins mark q s small span strong sub sup u img".split()  # noqa: SIM905
) | {"{http://www.w3.org/1998/Math/MathML}math"}


def audit(data: bytes, book: Book, contents: Sequence[Content]) -> tuple[Diagnostic, ...]:
    """Return where the e-book does not say what the Book says."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        bodies: dict[str, list[Element]] = {}
        for content in contents:
            if content.chapter:
                root = etree.fromstring(archive.read(f"{FOLDER}/text/{content.name}"))
                bodies.setdefault(content.chapter, []).append(root)
    return tuple(_differences(book, bodies, contents))


def _differences(
    book: Book, bodies: Mapping[str, list[Element]], contents: Sequence[Content]
) -> Iterator[Diagnostic]:
    titles = {content.chapter: content.title for content in reversed(contents)}
    for division in divisions(book):
        chapter = division.chapter
        roots = bodies[chapter.id]
        said = normalised(" ".join(text for root in roots for text in texts(root)))
        yield from compare(book_text(chapter), said, titles[chapter.id])
        asides = [aside for root in roots for aside in root.iter(f"{{{XHTML}}}aside") if aside.get("id")]
        notes = {str(aside.get("id")): normalised(" ".join(texts(aside))) for aside in asides}
        for note in chapter.notes:
            yield from compare(note_text(note), notes.get(note.id, ""), f"{titles[chapter.id]} ({note.label})")


def texts(root: Element) -> Iterator[str]:
    """Yield what an element says, stretch by stretch; only inline elements leave their words unparted."""
    yield "".join(_said(root if root.tag != f"{{{XHTML}}}html" else root.find("{*}body")))


def _said(element: Element | None) -> Iterator[str]:
    if element is None:
        return
    yield element.text or ""
    for child in element:
        tag = child.tag
        if isinstance(tag, str):
            is_inline = tag in _INLINE
            if not is_inline or child.get("class") == GAP:
                yield " "
            if not _is_added(child):
                yield from _own(child, tag)
            if not is_inline:
                yield " "
        yield child.tail or ""


def _own(element: Element, tag: str) -> Iterable[str]:
    if tag.endswith("}img"):
        return (alternative_found(element.get("alt") or ""),)
    if tag.endswith("}math"):
        return (element.get("alttext") or "",)
    return _said(element)


def _is_added(element: Element) -> bool:
    names = element.get("class")
    return names is not None and not ADDED.isdisjoint(names.split())
