"""The images inside a Word file: each is named by its place in the archive, and read from there by `assets`."""

from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from zipfile import ZipFile

import mammoth  # type: ignore[import-untyped]

from publisher.manuscript.limits import IMAGE_MEGABYTES, MEGABYTE


class Images:
    """Finds the part of the archive that an image of the text comes from."""

    def __init__(self, data: bytes, name: str) -> None:
        with ZipFile(BytesIO(data)) as archive:
            media = [
                e for e in archive.infolist() if "/media/" in e.filename and e.file_size <= IMAGE_MEGABYTES * MEGABYTE
            ]
            self.parts = {sha256(archive.read(entry)).digest(): entry.filename for entry in media}
        self.file = PurePosixPath(name).name
        self.convert = mammoth.images.img_element(self.attributes)

    def attributes(self, image: Any) -> dict[str, str]:
        """Return the `src` of an image: its part, under the name of the Word file; "" where it cannot be read."""
        try:
            with image.open() as opened:
                data = opened.read(IMAGE_MEGABYTES * MEGABYTE + 1)
        except (OSError, ValueError, KeyError):
            return {"src": ""}
        part = self.parts.get(sha256(data).digest(), "")
        return {"src": f"{self.file}/{part}" if part else ""}
