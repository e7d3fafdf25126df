"""The faces that an e-book carries: subsets of what its text needs, and their licences (G5…G8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from publisher.book import Book
from publisher.fonts import Face, Faces, characters_of_book, file_name, subset
from publisher.fonts.coverage import characters_of
from publisher.nodes import Code, CodeBlock
from publisher.walk import chapter_blocks, iter_inlines, own_runs

MEDIA_TYPES: Final = {".ttf": "font/ttf", ".otf": "font/otf"}
ALWAYS: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("«»–—…،؛؟•◆◇∴﴾﴿()[]")
"""Characters that the tool or a reader may add to those of the book."""
_WEIGHTS: Final = {"text": (400, 700), "headings": (400, 700), "code": (400,), "marks": (400,)}
_RESERVED = re.compile('Reserved Font Name "?([^"\\n.]+)"?')


@dataclass(frozen=True, slots=True)
class Carried:
    """A face in the e-book."""

    face: Face
    name: str
    data: bytes
    media_type: str


def carried_faces(book: Book, faces: Faces, style: str) -> tuple[Carried, ...]:
    """Return the faces of an e-book, cut down: text in regular and bold, and whatever else its characters need."""
    wanted = characters_of_book(book) | ALWAYS
    code = _characters_of_code(book)
    roles = ["text", *(["headings"] if style == "maqal" else []), *(["code"] if code else [])]
    chosen = [face for role in roles for face in _of_role(faces, role)]
    covered = frozenset[str]().union(*(characters_of(face) for face in chosen))
    for face in faces.all:
        new = (wanted - covered) & characters_of(face)
        if new and face.weight in (400, 700) and face not in chosen:
            chosen.append(face)
            covered |= characters_of(face)
    return tuple(_cut(face, wanted) for face in dict.fromkeys(chosen))


def _of_role(faces: Faces, role: str) -> list[Face]:
    """Return the faces of a role in the weights that the style sheet names, or the nearest there are."""
    family = faces.of_family(faces.families[role])
    return list(dict.fromkeys(min(family, key=lambda f: abs(f.weight - weight)) for weight in _WEIGHTS[role]))


def _cut(face: Face, characters: frozenset[str]) -> Carried:
    data = subset(face.path.read_bytes(), characters)
    if reserved := _reserved_name(face):
        data = _renamed(data, reserved, f"Kitab {face.role.title()}")
    return Carried(face, file_name(face), data, MEDIA_TYPES[face.path.suffix.lower()])


def licence_text(face: Face) -> str:
    """Return the text of a face's licence, as it lies beside its files."""
    folders = (face.path.parent, face.path.parent.parent) if face.path.parent.name == "files" else (face.path.parent,)
    for folder in folders:
        for name in ("OFL.txt", "LICENSE", "LICENSE.txt"):
            if (folder / name).is_file():
                return (folder / name).read_text(encoding="utf-8")
    return f"{face.name} {face.version}: {face.licence}\n"


def _reserved_name(face: Face) -> str:
    """Return the name that a changed face may not bear, or nothing."""
    found = _RESERVED.search(licence_text(face))
    return found[1].strip() if found else ""


def _renamed(data: bytes, reserved: str, name: str) -> bytes:
    """Return a face under another name: its licence keeps the old one for the whole face."""
    import io

    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 18, 21) and reserved.lower() in record.toUnicode().lower():
            record.string = name.replace(" ", "") if record.nameID == 6 else name
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _characters_of_code(book: Book) -> frozenset[str]:
    return frozenset().union(*_codes(book))


def _codes(book: Book) -> Iterator[str]:
    for chapter in book.chapters():
        for block in chapter_blocks(chapter):
            if isinstance(block, CodeBlock):
                yield block.text
            for run in own_runs(block):
                yield from (node.text for node in iter_inlines(run) if isinstance(node, Code))
