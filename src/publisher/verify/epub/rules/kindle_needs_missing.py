"""J2: what Kindle needs: TrueType or OpenType fonts, no scripts, old contents, the start of the text, writing mode."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import elements, lineage, local
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

FONT = must(
    "EPUB-J2",
    (
        "الخط «{path}» بصيغة {form}، وKindle لا يقرأ إلا TTF وOTF.",
        "the font “{path}” is {form}; Kindle reads only TTF and OTF",
    ),
    ("ضمّنه بصيغة TTF.", "embed it as TTF"),
)
SCRIPT = must(
    "EPUB-J2",
    ("في الصفحة برنامج (script)، وKindle لا يشغّله.", "the page holds a script, which Kindle does not run"),
    ("احذفه واجعل الصفحة نصًّا وحده.", "remove it and let the page be text alone"),
)
NO_NCX = must(
    "EPUB-J2",
    (
        "ليس في الكتاب NCX، وهو ما يقرؤه Kindle والأجهزة القديمة.",
        "the book has no NCX, which Kindle and old devices read",
    ),
    (
        'أضف ‎toc.ncx‎ مولَّدًا من المحتويات، واذكره في ‎<spine toc="ncx">‎.',
        'add a toc.ncx made from the contents and name it in <spine toc="ncx">',
    ),
)
NO_START = must(
    "EPUB-J2",
    (
        "ليس في ‎<guide>‎ أول المتن، فتتعطّل مواضع القراءة على Kindle.",
        "the <guide> does not name the start of the text: Kindle's locations freeze",
    ),
    (
        'أضف ‎<reference type="text" href="text/ch1.xhtml"/>‎ إلى ‎<guide>‎.',
        'add a <reference type="text" href="text/ch1.xhtml"/> to <guide>',
    ),
)
NO_MODE = must(
    "EPUB-J2",
    ("ليس في البيانات اتجاه الكتابة الذي يطلبه Kindle.", "the metadata lack Kindle's writing mode"),
    (
        'أضف ‎<meta name="primary-writing-mode" content="horizontal-rl"/>‎.',
        'add <meta name="primary-writing-mode" content="horizontal-rl"/>',
    ),
)
_START = frozenset({"text", "bodymatter", "start"})


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each."""
    opf = archive.opf
    here = opf.tree.span(opf.root)
    for font in archive.fonts:
        if font.form.startswith("woff"):
            yield FONT.at(archive.span(font.path), path=font.path, form=font.form.upper())
    for page in archive.pages:
        for script in elements(page.root, "script"):
            if not any(local(e) == "svg" for e in lineage(script)):
                yield SCRIPT.at(page.span(script))
    if not any(item.media_type == "application/x-dtbncx+xml" for item in opf.items):
        yield NO_NCX.at(here)
    if not any((e.get("type") or "") in _START for e in opf.guide):
        yield NO_START.at(here)
    if archive.is_rtl and not any(s.value == "horizontal-rl" for s in opf.stated("name:primary-writing-mode")):
        yield NO_MODE.at(here)


RULE = Rule("J2", check, is_rtl_only=True)
