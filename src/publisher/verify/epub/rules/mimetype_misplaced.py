"""A1: the archive does not begin with `mimetype`, stored as it is."""

from collections.abc import Iterator
from zipfile import ZIP_STORED

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

WRONG = must(
    "EPUB-A1",
    (
        "أول ما في الأرشيف ليس ملف «mimetype» محفوظًا بلا ضغط وفيه application/epub+zip.",
        "the archive does not begin with an uncompressed “mimetype” that says application/epub+zip",
    ),
    (
        "ضع «mimetype» أولًا، بلا ضغط ولا حقول إضافية ولا سطر جديد في آخره.",
        "put “mimetype” first: stored, without extra fields, without a line feed at its end",
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when the first entry is wrong."""
    first = archive.zip.entries[0]
    is_right = first.filename == "mimetype" and first.compress_type == ZIP_STORED and not first.extra
    if not is_right or archive.files.get("mimetype") != b"application/epub+zip":
        yield WRONG.at(archive.span("mimetype"))


RULE = Rule("A1", check)
