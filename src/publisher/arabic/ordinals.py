"""Ordinals in words, with gender and form, and read back in every spelling (CNT-08, CNT-13)."""

from enum import StrEnum
from functools import cache

from publisher.arabic.letters import folded


class Form(StrEnum):
    """How an ordinal stands in the sentence."""

    ADVERB = "adverb"
    """أولًا: it opens a section by itself."""
    MASCULINE = "masculine"
    """الأول: it follows a masculine noun (الفصل الأول)."""
    FEMININE = "feminine"
    """الأولى: it follows a feminine noun (المقالة الأولى)."""


_ADVERBS = ("أولًا", "ثانيًا", "ثالثًا", "رابعًا", "خامسًا", "سادسًا", "سابعًا", "ثامنًا", "تاسعًا", "عاشرًا")
_UNITS = {
    Form.MASCULINE: ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    Form.FEMININE: (
        "الأولى",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
        "السابعة",
        "الثامنة",
        "التاسعة",
        "العاشرة",
    ),
}
_ONE_IN_COMPOUND = {Form.MASCULINE: "الحادي", Form.FEMININE: "الحادية"}
_TEN_IN_COMPOUND = {Form.MASCULINE: "عشر", Form.FEMININE: "عشرة"}
_TENS = {
    2: "العشرون",
    3: "الثلاثون",
    4: "الأربعون",
    5: "الخمسون",
    6: "الستون",
    7: "السبعون",
    8: "الثمانون",
    9: "التسعون",
}

LARGEST = 99


def ordinal(n: int, form: Form = Form.ADVERB) -> str:
    """Return the ordinal of 1…99 in words.

    Adverbs past the tenth keep the words of the noun without their article (حادي عشر، عشرون، حادي وعشرون).
    Raises ValueError for any other number.
    """
    if not 1 <= n <= LARGEST:
        msg = f"no ordinal in words for {n}"
        raise ValueError(msg)
    if form is Form.ADVERB:
        return _ADVERBS[n - 1] if n <= 10 else _without_articles(ordinal(n, Form.MASCULINE))
    if n <= 10:
        return _UNITS[form][n - 1]
    tens, unit = divmod(n, 10)
    unit_word = _ONE_IN_COMPOUND[form] if unit == 1 else _UNITS[form][unit - 1]
    if tens == 1:
        return f"{unit_word} {_TEN_IN_COMPOUND[form]}"
    return _TENS[tens] if unit == 0 else f"{unit_word} و{_TENS[tens]}"


def _without_articles(words: str) -> str:
    return " ".join(("و" + w[3:]) if w.startswith("وال") else w.removeprefix("ال") for w in words.split())


@cache
def _spellings() -> dict[str, tuple[int, Form]]:
    """Every ordinal in every common spelling, folded."""
    table: dict[str, tuple[int, Form]] = {}
    for n in range(1, LARGEST + 1):
        for form in Form:
            word = folded(ordinal(n, form))
            table.setdefault(word, (n, form))
            if form is Form.ADVERB and n <= 10:
                table.setdefault(word.removesuffix("ا"), (n, form))
            if n % 10 == 0 and n > 10:
                table.setdefault(word.removesuffix("ون") + "ين", (n, form))
            if " و" in word:
                table.setdefault(word.replace(" و", " و "), (n, form))
                table.setdefault(word.removesuffix("ون") + "ين", (n, form))
    for word, n in (("اولي", 1), ("ثانيه", 2), ("ثاني", 2), ("ثان", 2), ("حاديعشر", 11), ("اول", 1)):
        table.setdefault(word, (n, Form.ADVERB))
    return table


def read_ordinal(words: str) -> tuple[int, Form] | None:
    """Return the number and form of an ordinal in words, in any common spelling, or None."""
    return _spellings().get(" ".join(folded(words).split()))


def longest_ordinal() -> int:
    """Return the most words an ordinal has (الحادي والعشرون: 2; with a spaced و: 3)."""
    return 3
