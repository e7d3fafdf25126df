"""E5: letters typed as presentation forms, which cannot be searched, read aloud or set in another face."""

import unicodedata
from collections.abc import Iterator

from publisher.arabic.letters import is_presentation_form
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.lines import lines_of
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

FORMS = must(
    "EPUB-E5",
    (
        "في النصّ أشكال عرض بدل الحروف: {sign} (U+{code}) في «{word}» ({count} في الصفحة).",
        "presentation forms stand for letters: {sign} (U+{code}) in “{word}” ({count} on the page)",
    ),
    (
        "أعد كتابتها حروفًا عادية (تطبيع NFKC)؛ فلا يعرفها البحث ولا القراءة الصوتية.",
        "write plain letters (NFKC): neither search nor reading aloud knows these",
    ),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield one finding for each page that has any."""
    for page in archive.pages:
        found = [(c, piece) for line in lines_of(page) for piece in line for c in piece.text if is_presentation_form(c)]
        if found:
            sign, piece = found[0]
            word = next(w for w in piece.text.split() if sign in w)
            plain = unicodedata.normalize("NFKC", sign)
            yield FORMS.at(page.span(piece.owner), sign=plain, code=f"{ord(sign):04X}", word=word, count=len(found))


RULE = Rule("E5", check, is_rtl_only=True)
