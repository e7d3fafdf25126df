"""H2: a picture without alternative text, or with one that is not in the book's language."""

from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import (
    Element,
    elements,
    is_hidden,
    is_rtl_language,
    language_of,
    lineage,
    local,
    roles_of,
    text_of,
)
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

MISSING = must(
    "EPUB-H2",
    ("الصورة «{name}» بلا نصّ بديل.", "the picture “{name}” has no alternative text"),
    (
        'صف في ‎alt‎ ما تقوله الصورة؛ فإن كانت زينة فاكتب ‎alt="" role="presentation"‎.',
        'say in alt what the picture says; for an ornament write alt="" role="presentation"',
    ),
)
OTHER = must(
    "EPUB-H2",
    ("النصّ البديل «{text}» ليس بلغة الكتاب.", "the alternative text “{text}” is not in the book's language"),
    ("اكتبه بالعربية.", "write it in Arabic"),
)
OPEN = must(
    "EPUB-H2",
    (
        "النصّ البديل «{text}» لا ينتهي بعلامة ترقيم، فتلصقه القراءة الصوتية بما بعده.",
        "the alternative text “{text}” has no end mark: reading aloud runs it into what follows",
    ),
    ("اختمه بنقطة.", "end it with a full stop"),
)
_ENDS = tuple('.؟!…。:)»"”؛')


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each such picture."""
    for page in archive.spine_pages:
        for picture in elements(page.root, "img", "svg"):
            if any(local(e) == "svg" for e in picture.iterancestors()) or _is_ornament(picture):
                continue
            text = _words(picture)
            span = page.span(picture)
            if not text:
                yield MISSING.at(span, name=(picture.get("src") or "svg").rpartition("/")[2])
            elif archive.is_rtl and not has_arabic(text) and _is_rtl(picture):
                yield OTHER.at(span, text=text[:60])
            elif archive.is_rtl and not text.rstrip("\u200e\u200f").endswith(_ENDS):
                yield OPEN.at(span, text=text[:60])


def _is_ornament(picture: Element) -> bool:
    if is_hidden(picture) or roles_of(picture) & {"presentation", "none"}:
        return True
    return local(picture) == "svg" and any(roles_of(e) & {"img", "presentation"} for e in list(lineage(picture))[1:3])


def _words(picture: Element) -> str:
    said = picture.get("alt") or picture.get("aria-label") or ""
    if local(picture) == "svg":
        title = next(elements(picture, "title", "desc"), None)
        image = next((e for e in elements(picture, "image") if e.get("aria-label")), None)
        said = (
            said
            or ("" if title is None else text_of(title))
            or ("" if image is None else image.get("aria-label") or "")
        )
    return said.strip()


def _is_rtl(element: Element) -> bool:
    language = language_of(element)
    return not language or is_rtl_language(language)


RULE = Rule("H2", check)
