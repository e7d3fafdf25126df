"""Pictures of an EPUB: their kind and size from the file's own head, never decoded beyond need."""

import io
from dataclasses import dataclass

from PIL import Image

MOST_PIXELS = 40_000_000


@dataclass(frozen=True)
class Picture:
    """What the head of a raster picture says."""

    form: str
    """JPEG, PNG, GIF, WEBP …"""
    width: int
    height: int
    mode: str
    has_transparency: bool


def look(data: bytes) -> Picture | None:
    """Return what a picture is, or None for what is no raster picture."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            is_clear = width * height <= MOST_PIXELS and _is_clear(image)
            return Picture(image.format or "", width, height, image.mode, is_clear)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _is_clear(image: Image.Image) -> bool:
    if image.mode in ("RGBA", "LA", "PA"):
        lowest, _ = image.getchannel("A").getextrema()
        return isinstance(lowest, int | float) and lowest < 255
    return "transparency" in image.info
