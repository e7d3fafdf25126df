"""TEXT: the text that comes back from the file is not what it prints (PDF-03).

With the Book, its words are looked for. Without it the text is judged by what no Arabic text is like: reversed words,
presentation forms, letters parted by spaces.
"""

import re
from collections import Counter
from collections.abc import Iterator

from publisher.arabic.letters import has_arabic, is_presentation_form, without_marks
from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.fonts import fonts_of, mapped_texts
from publisher.verify.pdf.rule import Rule
from publisher.verify.pdf.words import book_words, recovery, words_of

LOST = must(
    "PDF-TEXT",
    (
        "لا يعود من نصّ الملف إلا {share}% من كلمات الكتاب، مثل: {missing}.",
        "only {share} % of the book's words come back from the file; missing are {missing}",
    ),
    ("صدّر الملف بأداة تكتب لكل حرف مطبوع حرفه.", "export with a tool that writes one character for each printed one"),
)
REVERSED = must(
    "PDF-TEXT",
    (
        "كلمات النصّ المنسوخ معكوسة الحروف، مثل «{word}».",
        "words come back with their letters reversed, such as “{word}”",
    ),
    ("صدّر الملف بأداة تكتب نصّه بترتيب القراءة.", "export with a tool that writes the text in reading order"),
)
FORMS = must(
    "PDF-TEXT",
    (
        "النصّ المنسوخ أشكال عرض لا حروف ({share}% منه)، فلا يجده البحث.",
        "the text comes back as presentation forms ({share} % of it): no search finds it",
    ),
    ("صدّر الملف من نصّ عادي غير معاد التشكيل.", "export from plain text that was not reshaped"),
)
PARTED = must(
    "PDF-TEXT",
    (
        "حروف النصّ المنسوخ متفرّقة بمسافات ({share}% من كلماته حرف واحد).",
        "letters come back parted by spaces ({share} % of the words are single letters)",
    ),
    ("صدّر الملف بأداة لا ترسم الحركات نصًّا مستقلًّا.", "export with a tool that does not draw marks as text of their own"),
)
LEAST = 0.95
COMMON = ("في", "من", "على", "إلى", "هذا", "هذه", "التي", "الذي", "كان", "لم", "ثم", "عن", "بعد", "كل", "قد")
MOST_FORMS = 0.05
MOST_SINGLE = 0.25
FEWEST = 20
"""Arabic words below which nothing is concluded."""
_SPLIT = re.compile(r"[^\w]+")


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield what is wrong with the text layer."""
    text = "\n".join(file.texts)
    if file.book is not None:
        wanted = book_words(file.book)
        share = recovery(wanted, text)
        if share < LEAST:
            yield LOST.at(file.here, share=round(share * 100, 1), missing=_missing(wanted, text))
        return
    if file.is_rtl:
        yield from _implausible(file, [w for w in _SPLIT.split(without_marks(text)) if has_arabic(w)])


def _missing(wanted: Counter[str], text: str) -> str:
    lost = wanted - Counter(words_of(text))
    return "، ".join(word for word, _ in lost.most_common(5))


def _implausible(file: PdfFile, words: list[str]) -> Iterator[Diagnostic]:
    if len(words) < FEWEST:
        return
    if (forms := _share_of_forms(file)) > MOST_FORMS:
        yield FORMS.at(file.here, share=round(forms * 100))
    single = sum(1 for word in words if len(word) == 1 and word != "و") / len(words)
    if single > MOST_SINGLE:
        yield PARTED.at(file.here, share=round(single * 100))
    if (word := _reversed(words)) is not None:
        yield REVERSED.at(file.here, word=word)


def _share_of_forms(file: PdfFile) -> float:
    """Return which part of the letters in the fonts' tables are presentation forms; PDFium gives plain letters for them."""
    mapped = (c for _, font in fonts_of(file) for text in mapped_texts(font) for c in text)
    letters = [c for c in mapped if has_arabic(c) or is_presentation_form(c)]
    return sum(map(is_presentation_form, letters)) / max(1, len(letters))


def _reversed(words: list[str]) -> str | None:
    """Return a reversed word when more words are reversed than are right."""
    count = Counter(words)
    turned = {word[::-1] for word in COMMON} - set(COMMON)
    right = sum(count[word] for word in COMMON) + sum(n for w, n in count.items() if len(w) > 4 and w.startswith("ال"))
    wrong = sum(count[word] for word in turned) + sum(n for w, n in count.items() if len(w) > 4 and w.endswith("لا"))
    if wrong <= right:
        return None
    return next((w for w, _ in count.most_common() if w in turned or (len(w) > 4 and w.endswith("لا"))), None)


RULE = Rule("TEXT", check)
