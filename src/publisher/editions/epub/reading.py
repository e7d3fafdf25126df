"""The made e-book read back: what its files say, to be held against the Book."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from publisher.book import Book
from publisher.diagnostic import Diagnostic
from publisher.editions.audit import book_text, compare, normalised, note_text
from publisher.editions.epub.content import Content, divisions
from publisher.editions.epub.finishing import XHTML
from publisher.editions.epub.writer import FOLDER
from publisher.editions.said import texts

Element = etree._Element


def audit(data: bytes, book: Book, contents: Sequence[Content]) -> tuple[Diagnostic, ...]:
    """Return where the e-book does not say what the Book says."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        bodies: dict[str, list[Element]] = {}
        for content in contents:
            if content.chapter:
                root = etree.fromstring(archive.read(f"{FOLDER}/text/{content.name}"))
                bodies.setdefault(content.chapter, []).append(root)
    return tuple(_differences(book, bodies, contents))


def _differences(book: Book, bodies: Mapping[str, list[Element]], contents: Sequence[Content]) -> Iterator[Diagnostic]:
    titles = {content.chapter: content.title for content in reversed(contents)}
    for division in divisions(book):
        chapter = division.chapter
        roots = bodies[chapter.id]
        said = normalised(" ".join(text for root in roots for text in texts(root.find("{*}body"))))
        yield from compare(book_text(chapter), said, titles[chapter.id])
        asides = [aside for root in roots for aside in root.iter(f"{{{XHTML}}}aside") if aside.get("id")]
        notes = {str(aside.get("id")): normalised(" ".join(texts(aside))) for aside in asides}
        for note in chapter.notes:
            yield from compare(note_text(note), notes.get(note.id, ""), f"{titles[chapter.id]} ({note.label})")
