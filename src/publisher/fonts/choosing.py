"""Which families a book is set in: the manifest's, or the author's own from the book's `fonts/` folder."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from publisher.config import FontSettings
from publisher.diagnostic import Diagnostic, Said, error
from publisher.fonts.manifest import Face, shipped

UNKNOWN_FAMILY = error(
    "unknown-family",
    Said("خط غير معروف في {key}: {family}", "{key} names a family that is not here: {family}"),
    Said(
        "الخطوط الموجودة: {known}. ضع خطّك في مجلّد fonts داخل الكتاب.",
        "here are: {known}. Put a face of your own into the book's fonts/ folder.",
    ),
)
UNREADABLE_FACE = error(
    "unreadable-face",
    Said("ملف الخط {file} لا يُقرأ", "the font file {file} cannot be read"),
    Said("ضع في مجلّد fonts ملفات TTF أو OTF سليمة.", "put whole TTF or OTF files into fonts/."),
)
FORBIDDEN_FACE = error(
    "forbidden-face",
    Said("رخصة الخط {file} تمنع تضمينه", "the font file {file} forbids embedding"),
    Said("اختر خطًّا تسمح رخصته بالتضمين.", "choose a face whose licence allows embedding."),
)

ROLES = {"body": "text", "headings": "headings", "code": "code"}
"""Role of a family by the setting in `[fonts]` that names it."""
_SUFFIXES = (".ttf", ".otf")
_RESTRICTED = 0x0002
LARGEST = 64 * 2**20
"""A larger file is taken for no font."""


@dataclass(frozen=True)
class Faces:
    """The faces that a book may use, and the family of each role."""

    all: tuple[Face, ...]
    families: Mapping[str, str]
    """Family, as style sheets name it, by role: text, headings, code, marks."""

    def stack(self, role: str) -> tuple[str, ...]:
        """Return the families of a role: its own first, then whatever may hold a character that it lacks."""
        first = self.families[role]
        return (first, *(family for family in dict.fromkeys(face.family for face in self.all) if family != first))

    def of_family(self, family: str) -> tuple[Face, ...]:
        """Return the faces of one family, lightest first."""
        return tuple(sorted((face for face in self.all if face.family == family), key=lambda face: face.weight))


def choose(settings: FontSettings, folder: Path | None = None) -> tuple[Faces, tuple[Diagnostic, ...]]:
    """Return the faces of a book, with what is wrong with its choice. `folder` is the book's own `fonts/`."""
    own, found = _own_faces(folder)
    faces = (*own, *shipped())
    families = {face.role: face.family for face in reversed(shipped())}
    diagnostics = list(found)
    for key, role in ROLES.items():
        wanted = getattr(settings, key)
        if not wanted:
            continue
        family = next((face.family for face in faces if wanted.lower() in _names(face)), None)
        if family is None:
            known = "، ".join(dict.fromkeys(face.name for face in faces if face.role != "marks"))
            diagnostics.append(UNKNOWN_FAMILY.at(None, key=f"fonts.{key}", family=wanted, known=known))
        else:
            families[role] = family
    return Faces(faces, families), tuple(diagnostics)


def _names(face: Face) -> tuple[str, ...]:
    return face.key.lower(), face.name.lower(), face.family.lower()


def _own_faces(folder: Path | None) -> tuple[tuple[Face, ...], list[Diagnostic]]:
    faces: list[Face] = []
    found: list[Diagnostic] = []
    if folder is None or not folder.is_dir():
        return (), found
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in _SUFFIXES or path.is_symlink():
            continue
        read = _read(path)
        if isinstance(read, Diagnostic):
            found.append(read)
        elif read is not None:
            faces.append(read)
    return tuple(faces), found


def _read(path: Path) -> Face | Diagnostic | None:
    """Return the face in a file, or why it is of no use; None for a slanted one, which Arabic does not set."""
    if path.stat().st_size > LARGEST:
        return UNREADABLE_FACE.at(None, file=path.name)
    data = path.read_bytes()
    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        table, names = font["OS/2"], font["name"]
        name = names.getBestFamilyName() or path.stem
        if table.fsType & 0x000F == _RESTRICTED:
            return FORBIDDEN_FACE.at(None, file=path.name)
        if table.fsSelection & 1:
            return None
        return Face(
            key=name.lower().replace(" ", "-"),
            family=f"{name} own",
            name=name,
            role="own",
            weight=int(table.usWeightClass),
            path=path,
            sha256=hashlib.sha256(data).hexdigest(),
            licence=names.getDebugName(13) or "",
            version=names.getDebugName(5) or "",
        )
    except (TTLibError, KeyError, AttributeError, ValueError, OSError):
        return UNREADABLE_FACE.at(None, file=path.name)
