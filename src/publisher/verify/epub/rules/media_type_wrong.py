"""B6: a media type in the manifest that is not that of the file."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

WRONG = must(
    "EPUB-B6",
    (
        "نوع «{path}» في قائمة الحزمة «{said}»، ونوعه الصحيح «{right}».",
        "the manifest calls “{path}” “{said}”; it is “{right}”",
    ),
    ('اكتب ‎media-type="{right}"‎.', 'write media-type="{right}"'),
)
SIGNATURES: tuple[tuple[bytes, frozenset[str], str], ...] = (
    (b"\x89PNG\r\n\x1a\n", frozenset({"image/png"}), "image/png"),
    (b"\xff\xd8\xff", frozenset({"image/jpeg"}), "image/jpeg"),
    (b"GIF8", frozenset({"image/gif"}), "image/gif"),
    (b"\x00\x01\x00\x00", frozenset({"font/ttf", "font/sfnt", "application/font-sfnt", "application/x-font-ttf", "application/x-font-truetype", "application/vnd.ms-opentype"}), "font/ttf"),
    (b"OTTO", frozenset({"font/otf", "font/sfnt", "application/font-sfnt", "application/vnd.ms-opentype", "application/x-font-opentype"}), "font/otf"),
    (b"wOFF", frozenset({"font/woff", "application/font-woff"}), "font/woff"),
    (b"wOF2", frozenset({"font/woff2"}), "font/woff2"),
)  # fmt: skip
BY_NAME = {
    ".xhtml": "application/xhtml+xml", ".html": "application/xhtml+xml", ".htm": "application/xhtml+xml",
    ".css": "text/css", ".ncx": "application/x-dtbncx+xml", ".svg": "image/svg+xml", ".smil": "application/smil+xml",
}  # fmt: skip


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each wrong media type."""
    for item in archive.opf.items:
        data = archive.files.get(item.path)
        if data is None:
            continue
        allowed, right = _true_type(item.path, data)
        if allowed and item.media_type not in allowed:
            span = archive.opf.tree.span(item.element)
            yield WRONG.at(span, path=item.path, said=item.media_type, right=right)


def _true_type(path: str, data: bytes) -> tuple[frozenset[str], str]:
    for signature, allowed, right in SIGNATURES:
        if data.startswith(signature):
            return allowed, right
    named = next((kind for end, kind in BY_NAME.items() if path.lower().endswith(end)), "")
    return (frozenset({named}), named) if named else (frozenset(), "")


RULE = Rule("B6", check)
