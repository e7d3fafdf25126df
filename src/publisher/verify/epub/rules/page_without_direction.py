"""E1: a page does not say its language and direction, or has no title."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive, has_rtl_text
from publisher.verify.epub.markup import XML, is_rtl_language, own_direction, own_language, text_of
from publisher.verify.epub.rule import Rule
from publisher.verify.epub.script import LATIN
from publisher.verify.epub.tree import Tree
from publisher.verify.finding import must

MISSING = must(
    "EPUB-E1",
    ("ينقص ‎<html>‎ في الصفحة: {missing}.", "<html> of the page lacks: {missing}"),
    (
        'اكتب ‎<html lang="ar" xml:lang="ar" dir="rtl">‎ في كل صفحة؛ فلا تُستنتج جهة النصّ من الحزمة ولا من CSS.',
        'write <html lang="ar" xml:lang="ar" dir="rtl"> on every page: its direction follows from neither the package nor CSS',
    ),
)
NO_LANGUAGE = must(
    "EPUB-E1",
    ("ليس على ‎<html>‎ لغة.", "<html> of the page has no language"),
    ('أضف ‎lang="{language}" xml:lang="{language}"‎.', 'add lang="{language}" xml:lang="{language}"'),
)
OTHER = must(
    "EPUB-E1",
    ("لغة الصفحة «{value}» ونصّها بالعربية.", "the page says “{value}”; its text is in Arabic script"),
    ("اكتب لغة النصّ في ‎lang‎ و‎xml:lang‎.", "write the language of the text in lang and xml:lang"),
)
NO_TITLE = must(
    "EPUB-E1",
    ("ليس للصفحة عنوان في ‎<title>‎.", "the page has no <title>"),
    ("ضع فيه عنوان الفصل.", "give it the title of the chapter"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each page that lacks something."""
    for page in archive.spine_pages:
        title = page.first("title")
        if title is None or not text_of_title(page):
            yield NO_TITLE.at(page.span(page.root if title is None else title))
        is_nav = archive.nav is not None and page is archive.nav.tree
        if not archive.is_rtl:
            if not own_language(page.root):
                yield NO_LANGUAGE.at(page.span(page.root), language=archive.language or "en")
        elif not is_nav and not _is_foreign(page):
            yield from _rtl(page)


def text_of_title(page: Tree) -> str:
    """Return the words of a page's title."""
    title = page.first("title")
    return "" if title is None else text_of(title)


def _is_foreign(page: Tree) -> bool:
    """Whether a page says that it is in another language, and is."""
    language = own_language(page.root)
    if not language or is_rtl_language(language):
        return False
    body = page.first("body")
    return body is None or not has_rtl_text(body) or len("".join(LATIN.findall(page.text))) * 2 > len(page.text)


def _rtl(page: Tree) -> Iterator[Diagnostic]:
    root, span = page.root, page.span(page.root)
    stated = {
        "lang": bool(root.get("lang")),
        "xml:lang": bool(root.get(XML + "lang")),
        'dir="rtl"': own_direction(root) == "rtl",
    }
    if missing := [name for name, is_there in stated.items() if not is_there]:
        yield MISSING.at(span, missing=" + ".join(missing))
    wrong = next((v for v in (root.get("lang"), root.get(XML + "lang")) if v and not is_rtl_language(v)), None)
    if wrong:
        yield OTHER.at(span, value=wrong)


RULE = Rule("E1", check)
