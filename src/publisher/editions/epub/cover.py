"""The cover picture: the cover of the printed book at the proportion of a screen, or the book's own picture (H1).

WeasyPrint draws it, so that its Arabic is shaped as on paper; PDFium turns it into pixels.
"""

import io
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Final

import pypdfium2 as pdfium
from PIL import Image

from publisher.book import Book, direction
from publisher.config import Settings
from publisher.editions.cover import cover_page, cover_sheet
from publisher.fonts import Faces
from publisher.page import TrimSize

WIDTH: Final = 1600
HEIGHT: Final = 2560
QUALITY: Final = 90
_SHEET: Final = TrimSize(148, 148 * HEIGHT / WIDTH)


def cover_picture(book: Book, settings: Settings, faces: Faces, own: bytes = b"") -> bytes:
    """Return the cover as JPEG; `own` is a picture that the book brings."""
    image = _fitted(own) if own else _drawn(book, settings, faces)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY, subsampling=0, dpi=(300, 300))
    return buffer.getvalue()


def begin_cover(book: Book, settings: Settings, faces: Faces, own: bytes, jobs: int) -> Callable[[], bytes]:
    """Begin to draw the cover beside the other work where that may be; return what waits for it."""

    def draw() -> bytes:
        return cover_picture(book, settings, faces, own)

    may_fork = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if own or jobs == 1 or not may_fork:
        return draw
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_send, args=(draw, theirs), daemon=True)
    worker.start()
    theirs.close()

    def wait() -> bytes:
        try:
            return ours.recv_bytes()
        except EOFError:
            return draw()
        finally:
            worker.join()

    return wait


def _send(draw: Callable[[], bytes], pipe: Connection) -> None:
    pipe.send_bytes(draw())
    pipe.close()


def _fitted(data: bytes) -> Image.Image:
    """Return a picture of the book's own, opaque, no larger than the shops want it."""
    with Image.open(io.BytesIO(data)) as image:
        flat = image.convert("RGB")
    flat.thumbnail((HEIGHT, HEIGHT))
    return flat


def _drawn(book: Book, settings: Settings, faces: Faces) -> Image.Image:
    from publisher.composer.loading import load
    from publisher.composer.state import SweptFonts
    from publisher.press.fetch import JobFetcher
    from publisher.press.log import caught

    load()
    import weasyprint

    metadata = book.metadata
    markup = cover_page(metadata, settings, _SHEET, faces.all)
    way = direction(metadata.language)
    html = f'<html lang="{metadata.language}" dir="{way}"><body>{markup}</body></html>'
    fetch = JobFetcher({}, {face.sha256: str(face.path) for face in faces.all})
    fonts = SweptFonts()
    with caught():
        sheet = weasyprint.CSS(string=cover_sheet(settings, _SHEET, faces), font_config=fonts, url_fetcher=fetch)
        made = weasyprint.HTML(string=html, url_fetcher=fetch).write_pdf(stylesheets=[sheet], font_config=fonts)
    with pdfium.PdfDocument(made) as document:
        page = document[0]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
        page.close()
    return picture.resize((WIDTH, HEIGHT)) if picture.size != (WIDTH, HEIGHT) else picture
