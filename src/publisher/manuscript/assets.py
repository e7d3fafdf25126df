"""The images of a book, read from its folder and from nowhere else, each a kind that every edition can show."""

import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Final

from PIL import Image as Pictures

from publisher.book import Book
from publisher.diagnostic import Diagnostic, Said, error, warning
from publisher.manuscript.drawings import UnsafeDrawing, safe_svg
from publisher.manuscript.limits import IMAGE_MEGABYTES, IMAGE_PIXELS, IMAGES_MEGABYTES, MEGABYTE
from publisher.manuscript.word import SUFFIX, member
from publisher.nodes import Figure, Image
from publisher.source import Span
from publisher.walk import chapter_blocks, iter_inlines, own_runs

MISSING = error(
    "missing-image",
    Said("الصورة {path} غير موجودة", "there is no image {path}"),
    Said("راجع الاسم والمجلد. {near}", "check its name and folder. {near}"),
)
OUTSIDE = error(
    "image-outside-book",
    Said("الصورة {path} خارج مجلد الكتاب", "the image {path} lies outside the book's folder"),
    Said("انسخها إلى مجلد الكتاب واكتب مسارًا نسبيًّا.", "copy it into the book's folder and write a relative path."),
)
TOO_LARGE = error(
    "image-too-large",
    Said("الصورة {path} أكبر من الحد: {limit}", "the image {path} passes the limit: {limit}"),
    Said("صغّرها.", "make it smaller."),
)
UNKNOWN = error(
    "image-kind",
    Said("نوع الصورة {path} لا يُعرف", "the kind of the image {path} is not known"),
    Said("الأنواع الممكنة: PNG وJPEG وGIF وWebP وSVG.", "it may be PNG, JPEG, GIF, WebP or SVG."),
)
DAMAGED = error(
    "image-damaged",
    Said("الصورة {path} تالفة: {reason}", "the image {path} is damaged: {reason}"),
    Said("احفظها من جديد.", "save it again."),
)
CLEANED = warning(
    "svg-cleaned",
    Said("حُذف من الرسم {path} ما لا يصلح في كتاب: {taken}", "what a book cannot hold was taken out of {path}: {taken}"),
    Said("احذفه من الرسم نفسه.", "take it out of the drawing itself."),
)

Pictures.MAX_IMAGE_PIXELS = IMAGE_PIXELS
"""One bound for every program that opens a picture; past it Pillow warns, and `judged` refuses before that."""

_MAGIC: Final[tuple[tuple[str, re.Pattern[bytes]], ...]] = (
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("jpeg", re.compile(rb"\xff\xd8\xff")),
    ("gif", re.compile(rb"GIF8[79]a")),
    ("webp", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("svg", re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s+svg|svg)", re.IGNORECASE)),
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\")


def read_images(
    book: Book, folder: Path, more: Iterable[str] = ()
) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Return the bytes of every image of a book by its path from the folder, and what is wrong with them.

    `more` names images that no chapter shows (the cover). Nothing outside the folder is opened.
    """
    shelf = _Shelf(folder)
    for path in more:
        shelf.take(image_path("", path), path, None)
    for within, image in _images(book):
        if image.path:
            shelf.take(image_path(within, image.path), image.path, image.span)
    return shelf.images, tuple(shelf.found)


def image_path(folder: str, path: str) -> str:
    """Return an image's path from the book's folder: the name under which `read_images` keeps it."""
    if _SCHEME.match(path) or path.startswith("/"):
        return path
    return normpath((PurePosixPath(folder) / path.replace("\\", "/")).as_posix())


def kind_of(data: bytes) -> str | None:
    """Return the kind of an image by its first bytes: `png`, `jpeg`, `gif`, `webp`, `svg`."""
    return next((kind for kind, magic in _MAGIC if magic.match(data)), None)


def _images(book: Book) -> Iterator[tuple[str, Image]]:
    for chapter in book.chapters():
        for block in chapter_blocks(chapter):
            if isinstance(block, Figure):
                yield chapter.folder, block.image
            for run in own_runs(block):
                yield from ((chapter.folder, node) for node in iter_inlines(run) if isinstance(node, Image))


class _Shelf:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder.resolve()
        self.images: dict[str, bytes] = {}
        self.found: list[Diagnostic] = []
        self.seen: set[str] = set()
        self.room = IMAGES_MEGABYTES * MEGABYTE

    def take(self, name: str, path: str, span: Span | None) -> None:
        if name in self.seen:
            return
        self.seen.add(name)
        if _SCHEME.match(name) or name.startswith(("/", "../")) or "\0" in name:
            self.found.append(OUTSIDE.at(span, path=path))
            return
        if self.in_word(name, path, span):
            return
        file = self.file(name)
        if file is None:
            self.found.append(MISSING.at(span, path=path, near=self.near(name)))
        elif not file.is_relative_to(self.root):
            self.found.append(OUTSIDE.at(span, path=path))
        else:
            self.keep(name, file, path, span)

    def file(self, name: str) -> Path | None:
        """Return the real path of a file, whichever Unicode form the disk writes its name in."""
        for form in (name, unicodedata.normalize("NFD", name), unicodedata.normalize("NFC", name)):
            try:
                if (self.folder / form).is_file():
                    return (self.folder / form).resolve()
            except (OSError, ValueError):
                return None
        return None

    def in_word(self, name: str, path: str, span: Span | None) -> bool:
        """Take an image that lies in a Word file (`text.docx/word/media/image1.png`), if the path says so."""
        archive, mark, inner = name.partition(f"{SUFFIX}/")
        file = self.file(archive + SUFFIX) if mark else None
        if file is None or not file.is_relative_to(self.root):
            return False
        data = member(file.read_bytes(), inner, min(IMAGE_MEGABYTES * MEGABYTE, self.room))
        if data is not None:
            self.judge(name, data, path, span)
        return data is not None

    def near(self, name: str) -> str:
        place = (self.folder / name).parent
        wanted = PurePosixPath(name)
        try:
            names = [p.name for p in place.iterdir()] if place.resolve().is_relative_to(self.root) else []
        except OSError:
            return ""
        close = (n for n in names if n.casefold() == wanted.name.casefold() or PurePosixPath(n).stem == wanted.stem)
        return next((f"{n}?" for n in close), "")

    def keep(self, name: str, file: Path, path: str, span: Span | None) -> None:
        limit = min(IMAGE_MEGABYTES * MEGABYTE, self.room)
        try:
            with file.open("rb") as opened:
                data = opened.read(limit + 1)
        except OSError as fault:
            self.found.append(DAMAGED.at(span, path=path, reason=fault.strerror or ""))
            return
        if len(data) > limit:
            most = f"{IMAGE_MEGABYTES} MB" if limit < self.room else f"{IMAGES_MEGABYTES} MB together"
            self.found.append(TOO_LARGE.at(span, path=path, limit=most))
            return
        self.judge(name, data, path, span)

    def judge(self, name: str, data: bytes, path: str, span: Span | None) -> None:
        kept, fault_found = judged(data, path, span)
        self.found += [fault_found] if fault_found is not None else []
        if kept is not None:
            self.images[name] = kept
            self.room -= len(kept)


def judged(data: bytes, path: str, span: Span | None) -> tuple[bytes | None, Diagnostic | None]:
    """Return an image as it may be shown, or None, and what is to be said about it."""
    kind = kind_of(data)
    if kind is None:
        return None, UNKNOWN.at(span, path=path)
    if kind == "svg":
        try:
            safe, taken = safe_svg(data)
        except UnsafeDrawing as fault:
            return None, DAMAGED.at(span, path=path, reason=fault)
        return safe, CLEANED.at(span, path=path, taken="، ".join(taken)) if taken else None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Pictures.open(BytesIO(data), formats=[kind]) as picture:
                if picture.width * picture.height > IMAGE_PIXELS:
                    return None, TOO_LARGE.at(span, path=path, limit=f"{IMAGE_PIXELS} pixels")
                picture.verify()
    except Pictures.DecompressionBombError:
        return None, TOO_LARGE.at(span, path=path, limit=f"{IMAGE_PIXELS} pixels")
    except Exception as fault:  # noqa: BLE001 - decoders raise anything on damaged bytes
        return None, DAMAGED.at(
            span, path=path, reason=str(fault).splitlines()[0] if str(fault) else type(fault).__name__
        )
    return data, None
