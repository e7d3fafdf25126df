"""J1: a face without its bold, which Apple Books and others do not make for Arabic."""

from collections import defaultdict
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.faces import Face
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

MISSING = must(
    "EPUB-J1",
    (
        "لا وزن غليظًا في خطوط الكتاب المضمَّنة («{family}»)، ولا يُصنع الغليظ للعربية صناعةً.",
        "none of the embedded faces (“{family}”) is bold; readers make no bold of their own for Arabic",
    ),
    (
        "ضمّن الوزن الغليظ من الخط: ‎@font-face‎ ثانية فيها ‎font-weight: 700‎.",
        "embed the bold too: a second @font-face with font-weight: 700",
    ),
)
BOLD = 600


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when faces with Arabic letters are embedded and none is bold."""
    fonts = {font.path: font for font in archive.fonts}
    families: dict[str, list[Face]] = defaultdict(list)
    for face in archive.faces:
        if any(path in fonts and _may_be_arabic(fonts[path].characters) for path in face.paths):
            families[face.family].append(face)
    if families and not any(face.weights[1] >= BOLD for faces in families.values() for face in faces):
        family, faces = next(iter(families.items()))
        yield MISSING.at(faces[0].span, family=family)


def _may_be_arabic(characters: frozenset[int]) -> bool:
    return not characters or 0x0628 in characters


RULE = Rule("J1", check, is_rtl_only=True)
