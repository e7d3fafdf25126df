"""The fonts that the pages of a PDF use, those of forms and patterns inside them too."""

import re
from collections.abc import Iterator

import pikepdf

from publisher.verify.pdf.file import MOST_DEPTH, Object, PdfFile

STANDARD_ENCODINGS = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"})
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


def fonts_of(file: PdfFile) -> Iterator[tuple[int, Object]]:
    """Yield each font once, with the number of the first page that uses it."""
    seen = set[tuple[int, int]]()
    for at, page in enumerate(file.pages, 1):
        yield from ((at, font) for font in _of_resources(page.obj.get("/Resources"), seen, 0))


def _of_resources(resources: Object, seen: set[tuple[int, int]], depth: int) -> Iterator[Object]:
    if not isinstance(resources, pikepdf.Dictionary) or depth > MOST_DEPTH:
        return
    for font in _values(resources.get("/Font")):
        if isinstance(font, pikepdf.Dictionary) and _is_new(font, seen):
            yield font
            yield from _of_resources(font.get("/Resources"), seen, depth + 1)
    for kind in ("/XObject", "/Pattern"):
        for inner in _values(resources.get(kind)):
            if isinstance(inner, pikepdf.Dictionary | pikepdf.Stream) and _is_new(inner, seen):
                yield from _of_resources(inner.get("/Resources"), seen, depth + 1)


def _values(holder: Object) -> Iterator[Object]:
    if isinstance(holder, pikepdf.Dictionary):
        yield from (holder[key] for key in holder.keys())  # noqa: SIM118 - no mapping


def _is_new(thing: Object, seen: set[tuple[int, int]]) -> bool:
    if thing.objgen == (0, 0):
        return True
    is_new = thing.objgen not in seen
    seen.add(thing.objgen)
    return is_new


def name_of(font: Object) -> str:
    """Return the name of a font, without the tag of its subset."""
    name = str(font.get("/BaseFont", font.get("/Name", "?"))).lstrip("/")
    return name.partition("+")[2] or name


def is_embedded(font: Object) -> bool:
    """Whether the outlines of a font are in the file."""
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = font.get("/DescendantFonts")
    holder = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else font
    descriptor = holder.get("/FontDescriptor")
    return isinstance(descriptor, pikepdf.Dictionary) and any(
        key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def is_readable(font: Object) -> bool:
    """Whether the characters of a font's codes are known: by ToUnicode, or by an encoding that every reader has."""
    if "/ToUnicode" in font:
        return True
    if font.get("/Subtype") == "/Type0":
        return False
    encoding = font.get("/Encoding")
    return str(encoding) in STANDARD_ENCODINGS if isinstance(encoding, pikepdf.Name) else encoding is not None


def mapped_texts(font: Object) -> Iterator[str]:
    """Yield what a font's ToUnicode table says that its codes mean; of a range of codes, what the first means."""
    if "/ToUnicode" not in font:
        return
    for kind, section in _SECTION.findall(bytes(font["/ToUnicode"].read_bytes())):
        width, place, depth = (2 if kind == b"char" else 3), 0, 0
        for digits, opens, closes in _TOKEN.findall(section):
            depth += bool(opens) - bool(closes)
            if opens or (closes and depth == 0):
                place = 0 if closes else place
                continue
            if depth or place == width - 1:
                yield _decoded(digits)
                place = place if depth else 0
            else:
                place += 1


def _decoded(digits: bytes) -> str:
    joined = "".join(digits.decode("ascii").split())
    return bytes.fromhex(joined + "0" * (len(joined) % 2)).decode("utf-16-be", "replace")
