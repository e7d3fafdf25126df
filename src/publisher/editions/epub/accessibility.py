"""What the metadata says of a book's accessibility, computed from what is in it; no claim that nobody checked (I1…I6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publisher.book import Book, Chapter
from publisher.editions.epub.pictures import is_animated
from publisher.nodes import Block, Figure, Formula, Heading, Image, Table
from publisher.walk import chapter_blocks, iter_inlines, own_runs
from publisher.words import Words


@dataclass(frozen=True, slots=True)
class Holdings:
    """What stands in a book besides its words."""

    images: int = 0
    undescribed: int = 0
    """Images without alternative text."""
    formulas: int = 0
    tables: int = 0
    headings: int = 0
    moves: bool = False
    pages: int = 0
    """Marked pages of the printed book."""

    @property
    def is_textual(self) -> bool:
        """Whether the book can be read by its text alone."""
        return not self.undescribed


def holdings_of(book: Book, assets: Mapping[str, bytes], pages: int) -> Holdings:
    """Return what stands in a book."""
    images = [node for chapter in book.chapters() for node in _images(chapter)]
    blocks = [block for chapter in book.chapters() for block in chapter_blocks(chapter)]
    return Holdings(
        images=len(images),
        undescribed=sum(not image.alternative.strip() for image in images),
        formulas=sum(isinstance(node, Formula) for block in blocks for node in _inlines(block)),
        tables=sum(isinstance(block, Table) for block in blocks),
        headings=sum(isinstance(block, Heading) for block in blocks),
        moves=any(map(is_animated, assets.values())),
        pages=pages,
    )


def _images(chapter: Chapter) -> Iterator[Image]:
    for block in chapter_blocks(chapter):
        if isinstance(block, Figure) and block.image.path:
            yield block.image
        yield from (node for node in _inlines(block) if isinstance(node, Image) and node.path)


def _inlines(block: Block) -> Iterator[object]:
    for run in own_runs(block):
        yield from iter_inlines(run)


def accessibility(held: Holdings, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the properties of schema.org and their values."""
    yield "schema:accessMode", "textual"
    if held.images:
        yield "schema:accessMode", "visual"
    if held.is_textual:
        yield "schema:accessModeSufficient", "textual"
    if held.images:
        yield "schema:accessModeSufficient", "textual,visual"
    for feature in features(held):
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "unknown" if held.moves else "none"
    yield "schema:accessibilitySummary", words["accessible" if held.is_textual else "partly-accessible"]


def features(held: Holdings) -> Iterator[str]:
    """Yield the features that the book really has (I2)."""
    yield from ("displayTransformability", "readingOrder", "tableOfContents", "ARIA", "unlocked")
    if held.headings:
        yield "structuralNavigation"
    if held.images and held.is_textual:
        yield "alternativeText"
    if held.formulas:
        yield "MathML"
    if held.pages:
        yield from ("pageBreakMarkers", "pageNavigation")
