"""A4: an entry, an id or a line of the manifest twice."""

import copy
import io
import warnings
import zipfile

from tests.verify.planting import Copy

from publisher.verify.epub.markup import elements

CODE = "EPUB-A4"


def entry(book: Copy) -> bytes:
    stream = io.BytesIO(book.pack())
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(zipfile.ZipInfo(book.opf_path), book.files[book.opf_path])
    return stream.getvalue()


def identifier(book: Copy) -> None:
    book.add_text('<p><i id="twice">كلمة</i> و<i id="twice">أختها</i>.</p>')


def line(book: Copy) -> None:
    with book.opf() as root:
        item = next(e for e in elements(root, "item") if (e.get("href") or "").endswith(".css"))
        twin = copy.deepcopy(item)
        twin.set("id", "twin")
        item.addnext(twin)


PLANTS = {"entry": entry, "id": identifier, "line": line}
