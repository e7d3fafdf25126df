"""The faces that an e-book carries: subsets of what its text needs, and their licences (G5…G8)."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from publisher.arabic.letters import ZWJ, ZWNJ
from publisher.book import Book
from publisher.fonts import Face, Faces, characters_of_book, file_name, subset
from publisher.fonts.coverage import characters_of
from publisher.nodes import Code, CodeBlock
from publisher.walk import chapter_blocks, iter_inlines, own_runs

MEDIA_TYPES: Final = {".ttf": "font/ttf", ".otf": "font/otf"}
ALWAYS: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("«»–—…،؛؟•◆◇∴﴾﴿©")
"""Characters that the tool or a reader may add to those of the book."""
_WEIGHTS: Final = {"text": (400, 700), "headings": (400, 700), "code": (400,), "marks": (400,)}
JOINERS: Final = frozenset((ZWJ, ZWNJ, "\u200e", "\u200f"))
POSTSCRIPT_NAME: Final = 6
_NAMES: Final = frozenset((1, 3, 4, POSTSCRIPT_NAME, 16, 18, 21))
"""Records of a face's name table that say its name."""
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
    reserved, missing = _reserved_name(face), _missing_joiners(face)
    if reserved or missing:
        data = _mended(data, reserved, f"Kitab {face.role.title()}", missing)
    return Carried(face, file_name(face), data, MEDIA_TYPES[face.path.suffix.lower()])


def _missing_joiners(face: Face) -> list[str]:
    """Return the invisible characters that an Arabic face lacks: a reading system would look for them elsewhere."""
    has = characters_of(face)
    return [] if "\u0628" not in has or face.path.suffix.lower() != ".ttf" else sorted(JOINERS - has)


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


def _mended(data: bytes, reserved: str, name: str, missing: list[str]) -> bytes:
    """Return a face under another name, since its licence keeps the old one for the whole face, with empty joiners."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    for record in font["name"].names:
        if reserved and record.nameID in _NAMES and reserved.lower() in record.toUnicode().lower():
            record.string = name.replace(" ", "") if record.nameID == POSTSCRIPT_NAME else name
    for character in missing:
        glyph = f"uni{ord(character):04X}"
        font["glyf"][glyph] = Glyph()
        font["hmtx"][glyph] = (0, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(character)] = glyph
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
