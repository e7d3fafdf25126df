"""Files that are larger, deeper or other than they look."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def symbolic_link(target: str) -> Callable[[Path], None]:
    """Return what makes a symbolic link to a target."""

    def make(path: Path) -> None:
        path.symlink_to(target)

    return make


def word_bomb(path: Path) -> None:
    """Make a Word file of some hundred kilobytes whose text unpacks to hundreds of megabytes."""
    head = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>'.encode()
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        part.write(head)
        for _ in range(300):
            part.write(b"a" * 1024 * 1024)
        part.write(b"</w:t></w:r></w:p></w:body></w:document>")


def lying_word_bomb(path: Path) -> None:
    """Make one whose directory says that it unpacks to a few bytes."""
    word_bomb(path)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 500)
    path.write_bytes(bytes(data))


def laughing_word(path: Path) -> None:
    """Make a Word file whose text is an entity of entities."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "haha">{entities}]><w:document xmlns:w="{WORD}"><w:body>'
        "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text)


def png(width: int, height: int) -> bytes:
    """Return a black picture of one bit a pixel, small on disk however large it is."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
