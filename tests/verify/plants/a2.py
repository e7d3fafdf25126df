"""A2: an entry packed with bzip2."""

import io
import zipfile

from tests.verify.planting import Copy

CODE = "EPUB-A2"


def bzip2(book: Copy) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in book.files.items():
            packing = zipfile.ZIP_BZIP2 if name == book.opf_path else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return stream.getvalue()


PLANTS = {"bzip2": bzip2}
