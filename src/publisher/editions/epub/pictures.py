"""The pictures of an e-book: ASCII names, exact media types, nothing that e-ink or a shop refuses (A3, B6, H6)."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PIL import Image

from publisher.manuscript.assets import kind_of

MEDIA_TYPES: Final = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
}
ENDINGS: Final = {kind: kind for kind in MEDIA_TYPES} | {"jpeg": "jpg"}
LARGEST: Final = 5_000_000
"""Bytes that the shops take."""
WIDEST: Final = 2400
"""Pixels of the longer side that a picture is brought down to when it is too large."""
_PAPER: Final = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the e-book carries it."""

    path: str
    """Its path in the manuscript."""
    name: str
    data: bytes
    media_type: str


def pictures_of(assets: Mapping[str, bytes], cover: str = "") -> Iterator[Picture]:
    """Yield the pictures of a book; `cover` is carried elsewhere."""
    for number, (path, data) in enumerate(sorted(assets.items()), start=1):
        kind = kind_of(data)
        if kind is None or path == cover:
            continue
        fit, kind = _fit(data, kind)
        stem = re.sub(r"[^a-z0-9]+", "-", path.rpartition("/")[2].rpartition(".")[0].lower()).strip("-")
        name = "-".join(part for part in (f"p{number:02}", stem[:40]) if part)
        yield Picture(path, f"{name}.{ENDINGS[kind]}", fit, MEDIA_TYPES[kind])


def _fit(data: bytes, kind: str) -> tuple[bytes, str]:
    """Return a picture that every reading system shows: opaque, in RGB or grey, not too large."""
    if kind in ("svg", "gif"):
        return data, kind
    with Image.open(io.BytesIO(data)) as image:
        is_sheer = "A" in image.getbands() or "transparency" in image.info
        if len(data) <= LARGEST and not is_sheer and image.mode not in ("CMYK", "YCbCr", "LAB"):
            return data, kind
        flat = _on_paper(image) if is_sheer else image.convert("RGB")
    if len(data) > LARGEST:
        flat.thumbnail((WIDEST, WIDEST))
        kind = "jpeg"
    buffer = io.BytesIO()
    if kind == "jpeg":
        flat.save(buffer, "JPEG", quality=88, subsampling=0)
    else:
        flat.save(buffer, "PNG", optimize=True)
        kind = "png"
    return buffer.getvalue(), kind


def _on_paper(image: Image.Image) -> Image.Image:
    """Return a picture laid on white."""
    sheer = image.convert("RGBA")
    paper = Image.new("RGB", sheer.size, _PAPER)
    paper.paste(sheer, mask=sheer.getchannel("A"))
    return paper


def is_animated(data: bytes) -> bool:
    """Whether a picture moves."""
    if kind_of(data) not in ("gif", "webp", "png"):
        return False
    with Image.open(io.BytesIO(data)) as image:
        return bool(getattr(image, "is_animated", False))
