"""What every good book of these tests is made of: faces, pictures, and the zip."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache

from fontTools import subset
from PIL import Image, ImageDraw

from publisher.fonts import shipped

Files = dict[str, bytes]

LICENCE = "These fonts are licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org\n"
KEPT = (*range(0x20, 0x17F), *range(0x600, 0x700), *range(0x200C, 0x2070), 0xFD3E, 0xFD3F, 0x25CC)


@cache
def face(weight: int = 400, kept: tuple[int, ...] = KEPT, flavour: str | None = None) -> bytes:
    """Return a face of Amiri cut down to some code points."""
    path = next(f.path for f in shipped() if f.key == "amiri" and f.weight == weight)
    options = subset.Options(layout_features=["*"], glyph_names=False, notdef_outline=True)
    font = subset.load_font(str(path), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    font.flavor = flavour
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


@cache
def picture(width: int, height: int, form: str = "JPEG", mode: str = "RGB") -> bytes:
    """Return a picture with a frame."""
    paper = Image.new(mode, (width, height), "white" if mode != "RGBA" else (255, 255, 255, 0))
    ink = ImageDraw.Draw(paper)
    frame = (width // 8, height // 8, width * 7 // 8, height * 7 // 8)
    ink.rectangle(frame, outline="black", width=max(width // 80, 1))
    stream = io.BytesIO()
    paper.save(stream, form)
    return stream.getvalue()


def pack(held: Mapping[str, bytes]) -> bytes:
    """Return the zip of a book, `mimetype` first."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(held, key=lambda n: (n != "mimetype", n)):
            archive.writestr(zipfile.ZipInfo(name), held[name])
    return stream.getvalue()
