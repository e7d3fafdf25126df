"""A3: file names with spaces, capitals, or letters that are not ASCII."""

import posixpath
import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

UNSAFE = must(
    "EPUB-A3",
    (
        "اسم الملف «{name}» فيه ما ليس من الحروف اللاتينية الصغيرة والأرقام.",
        "the file name “{name}” holds more than small Latin letters and digits",
    ),
    (
        "سمِّ الملفات بحروف a-z وأرقام و«-» و«_» بلا مسافات؛ فبعض القارئات لا تفتح غيرها.",
        "name files with a-z, digits, “-” and “_”, without spaces: some reading systems open no others",
    ),
)
_SAFE = re.compile(r"[a-z0-9._-]+(/[a-z0-9._-]+)*")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each name; the folder that holds the package may have capitals (EPUB, OEBPS)."""
    top = posixpath.dirname(archive.opf.path)
    for name in archive.files:
        if name == "mimetype" or name.startswith("META-INF/"):
            continue
        inner = name.removeprefix(f"{top}/") if top and top.isascii() and " " not in top else name
        if not _SAFE.fullmatch(inner):
            yield UNSAFE.at(archive.span(name), name=name)


RULE = Rule("A3", check)
