"""A1: mimetype not first, or with a line feed."""

import io
import zipfile

from tests.verify.planting import Copy

CODE = "EPUB-A1"


def last(book: Copy) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in reversed(list(book.files)):
            archive.writestr(name, book.files[name])
    return stream.getvalue()


def with_line_feed(book: Copy) -> None:
    book.files["mimetype"] += b"\n"


PLANTS = {"last": last, "line feed": with_line_feed}
