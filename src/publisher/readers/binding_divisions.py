"""Cuts the blocks of the files into chapters and parts, at the highest division."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from publisher.nodes import Block, Blocks, Heading, inline_text
from publisher.readers.binding_levels import even_levels
from publisher.readers.labels import split_label
from publisher.readers.reading import Reading
from publisher.readers.roles import role_of
from publisher.source import SourceFile

PART_RANK = 5
"""Divisions of this rank and higher (باب، قسم، جزء) may hold chapters."""
CHAPTER_RANK = 7
"""Divisions down to this rank (فصل، مقالة، درس) may be chapters in a part."""


@dataclass(frozen=True)
class File:
    """A manuscript file and what a reader made of it."""

    source: SourceFile
    reading: Reading


@dataclass(frozen=True)
class Piece:
    """A chapter or part before it has an id: a heading, the blocks under it, and the file they come from."""

    file: File
    heading: Heading | None
    blocks: Blocks
    chapters: "tuple[Piece, ...]" = ()
    """The chapters of a part; none for a chapter."""

    @property
    def role(self) -> str:
        """The role that its title tells, or `chapter`."""
        return role(self.heading)


FRONT_ROLES = frozenset({"dedication", "foreword", "preface", "acknowledgments"})
BACK_ROLES = frozenset({"appendix", "bibliography", "glossary", "index", "endnotes", "colophon"})


def role(heading: Heading | None) -> str:
    """Return the EPUB role of a division by its heading."""
    if heading is None:
        return "chapter"
    typed = role_of(heading.typed.split()[0]) if heading.typed else None
    return typed or role_of(inline_text(heading.title)) or "chapter"


def pieces(files: Iterable[File], language: str) -> tuple[Piece, ...]:
    """Return the chapters and parts of files, in order."""
    flat: list[Piece] = []
    for file in files:
        for piece in _cut(file, file.reading.blocks):
            flat.append(_opened(piece, language))
    return tuple(_gathered(flat, language))


def _cut(file: File, blocks: Sequence[Block]) -> Iterator[Piece]:
    """Yield what stands under each heading of the highest level, and before the first."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    top = min(levels, default=0)
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == top]
    if blocks and (not starts or starts[0] > 0):
        yield Piece(file, None, tuple(blocks[: starts[0]] if starts else blocks))
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        heading = blocks[start]
        assert isinstance(heading, Heading)  # noqa: S101 - chosen so
        yield Piece(file, heading, tuple(blocks[start + 1 : end]))


def _opened(piece: Piece, language: str) -> Piece:
    """Return a part cut into its chapters where a high division holds named chapters, else the piece as it is."""
    if rank(piece.heading, language) > PART_RANK:
        return piece
    inner = list(_cut(piece.file, piece.blocks))
    named = sum(_is_chapter(p.heading, language) for p in inner)
    headed = sum(p.heading is not None for p in inner)
    if not headed or named * 2 < headed:
        return piece
    opening = inner[0].blocks if inner[0].heading is None else ()
    return Piece(piece.file, piece.heading, opening, tuple(p for p in inner if p.heading is not None))


def _gathered(flat: Sequence[Piece], language: str) -> Iterator[Piece]:
    """Yield pieces with the chapters after a part's own heading gathered into it, when they stand on their own."""
    has_ranks = any(_is_chapter(p.heading, language) for p in flat)
    part: Piece | None = None
    for piece in flat:
        is_part = rank(piece.heading, language) <= PART_RANK
        if is_part and not piece.chapters and has_ranks:
            if part is not None:
                yield part
            part = piece
        elif part is not None and _is_chapter(piece.heading, language):
            part = replace(part, chapters=(*part.chapters, piece))
        else:
            if part is not None:
                yield part
            part = None
            yield piece
    if part is not None:
        yield part


def rank(heading: Heading | None, language: str) -> int:
    """Return the rank of the division that a heading's label names; a low one where it names none."""
    label = split_label(heading.typed, language) if heading is not None and heading.typed else None
    return label.division.rank if label is not None and label.division is not None else 99


def _is_chapter(heading: Heading | None, language: str) -> bool:
    return PART_RANK < rank(heading, language) <= CHAPTER_RANK


def levelled(piece: Piece) -> Piece:
    """Return a piece with its heading at level 1 and the headings under it from 2 on."""
    heading = None if piece.heading is None else replace(piece.heading, level=1)
    return replace(
        piece, heading=heading, blocks=even_levels(piece.blocks, 2), chapters=tuple(map(levelled, piece.chapters))
    )
