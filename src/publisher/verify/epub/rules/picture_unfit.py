"""H6: a picture too heavy, in colours of the press, or transparent."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.pictures import look
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

HEAVY = should(
    "EPUB-H6",
    ("حجم الصورة «{name}» {size} ميغابايت، والحدّ 5.", "the picture “{name}” is of {size} MB; the limit is 5"),
    ("صغّر أبعادها أو اضغطها.", "make it smaller or pack it tighter"),
)
PRESS = should(
    "EPUB-H6",
    ("ألوان الصورة «{name}» ألوان طباعة (CMYK).", "the picture “{name}” is in colours of the press (CMYK)"),
    ("حوّلها إلى sRGB.", "convert it to sRGB"),
)
CLEAR = should(
    "EPUB-H6",
    (
        "الصورة «{name}» شفّافة، فتضيع على خلفية داكنة أو حبر إلكتروني.",
        "the picture “{name}” is transparent: it is lost on dark pages and electronic ink",
    ),
    ("املأ خلفيتها بالأبيض.", "fill its background with white"),
)
HEAVIEST = 5_000_000


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each fault of a raster picture."""
    for item in archive.opf.items:
        data = archive.files.get(item.path)
        if data is None or not item.media_type.startswith("image/") or item.media_type == "image/svg+xml":
            continue
        span, name = archive.opf.tree.span(item.element), item.path
        if len(data) > HEAVIEST:
            yield HEAVY.at(span, name=name, size=round(len(data) / 1_000_000, 1))
        picture = look(data)
        if picture is not None and picture.mode == "CMYK":
            yield PRESS.at(span, name=name)
        if picture is not None and picture.has_transparency:
            yield CLEAR.at(span, name=name)


RULE = Rule("H6", check)
