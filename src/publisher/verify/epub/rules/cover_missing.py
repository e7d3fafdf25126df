"""H1: the cover is not declared, too small, or has no page of its own."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, is_a
from publisher.verify.epub.package import Item, resolve
from publisher.verify.epub.pictures import look
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

NONE = must(
    "EPUB-H1",
    (
        "لا غلاف معلنًا للكتاب: ليس لصورة في القائمة خاصّة ‎cover-image‎.",
        "the book declares no cover: no picture of the manifest has the property cover-image",
    ),
    (
        'أضف صورة JPEG من 1600×2560 وفي سطرها ‎properties="cover-image"‎.',
        'add a JPEG of 1600×2560 with properties="cover-image"',
    ),
)
FORM = must(
    "EPUB-H1",
    (
        "صورة الغلاف {form} من {width}×{height}، والمطلوب JPEG من 1600×2560 على الأقل.",
        "the cover is {form} of {width}×{height}; shops ask for a JPEG of at least 1600×2560",
    ),
    ("أعد تصدير الغلاف بهذا المقاس.", "export the cover in that size"),
)
NO_PAGE = must(
    "EPUB-H1",
    (
        "ليس للغلاف صفحة في أول الكتاب فيها الصورة وحدها.",
        "the cover has no page at the front of the book that holds the picture alone",
    ),
    (
        "أضف صفحة فيها ‎<img>‎ الغلاف وحدها، واجعلها أول ‎<spine>‎.",
        "add a page that holds only the <img> of the cover, first in <spine>",
    ),
)
LEAST = (1600, 2560)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each fault of the cover."""
    opf = archive.opf
    cover = next(opf.with_property("cover-image"), None)
    if cover is None:
        yield NONE.at(opf.tree.span(opf.root))
        return
    span = opf.tree.span(cover.element)
    picture = look(archive.files.get(cover.path, b""))
    if picture is None:
        yield FORM.at(span, form=cover.media_type, width="؟", height="؟")
    elif picture.form != "JPEG" or (picture.width, picture.height) < LEAST or picture.height < LEAST[1]:
        yield FORM.at(span, form=picture.form, width=picture.width, height=picture.height)
    if not any(_is_page_of(page, cover) for page in archive.text_pages[:2]):
        yield NO_PAGE.at(span)


def _is_page_of(page: Tree, cover: Item) -> bool:
    """Whether a page holds the cover's picture and no text."""
    pictures = [e.get("src") or "" for e in elements(page.root, "img")]
    is_cover = any(resolve(page.path, source)[0] == cover.path for source in pictures)
    is_cover = is_cover or (bool(pictures) and any(is_a(e, "cover") for e in elements(page.root)))
    return is_cover and len(pictures) == 1 and not page.text


RULE = Rule("H1", check)
