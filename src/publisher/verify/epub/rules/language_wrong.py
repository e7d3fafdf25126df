"""C2: the language of the book is missing, malformed, doubled, or not that of its text."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.markup import is_rtl_language
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NONE = must(
    "EPUB-C2",
    ("ليس في البيانات لغة الكتاب.", "the metadata do not say the book's language"),
    ("أضف ‎<dc:language>ar</dc:language>‎.", "add <dc:language>ar</dc:language>"),
)
MALFORMED = must(
    "EPUB-C2",
    ("«{value}» ليس رمزَ لغة.", "“{value}” is no language tag"),
    ("اكتب رمزًا من BCP 47، مثل ‎ar‎ أو ‎ar-EG‎.", "write a BCP 47 tag such as ar or ar-EG"),
)
SEVERAL = must(
    "EPUB-C2",
    (
        "للكتاب أكثر من لغة في البيانات، فتخطئ القارئات جهة التقليب.",
        "the metadata give several languages: reading systems take the wrong side to turn from",
    ),
    (
        "أبقِ لغة الكتاب وحدها، وصف الكلمات الأجنبية في مواضعها بالخاصّة ‎lang‎.",
        "keep the book's own language, and mark foreign words where they stand with lang",
    ),
)
UNLIKE = must(
    "EPUB-C2",
    ("لغة الكتاب في البيانات «{value}» ونصّه عربي الحرف.", "the metadata say “{value}”; the text is in Arabic script"),
    ("اكتب لغة النصّ: ‎<dc:language>ar</dc:language>‎.", "write the language of the text: <dc:language>ar</dc:language>"),
)
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*|x(-[A-Za-z0-9]{1,8})+")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each fault of the language."""
    opf = archive.opf
    stated = opf.stated("dc:language")
    if not any(s.value for s in stated):
        yield NONE.at(opf.tree.span(stated[0].element if stated else opf.root))
        return
    for statement in stated:
        if not _TAG.fullmatch(statement.value):
            yield MALFORMED.at(opf.tree.span(statement.element), value=statement.value)
    if archive.is_rtl and len(stated) > 1:
        yield SEVERAL.at(opf.tree.span(stated[1].element))
    elif archive.is_mostly_rtl and not any(is_rtl_language(s.value) for s in stated):
        yield UNLIKE.at(opf.tree.span(stated[0].element), value=stated[0].value)


RULE = Rule("C2", check)
