"""Digits in the book's family, their separators, percent and era signs (NUM-01…06, DAT-01)."""

import re
from collections.abc import Iterator

from publisher.arabic import digits
from publisher.arabic.classes import ALL_DIGITS, DIGIT, INDIC, SPACE
from publisher.diagnostic import Said
from publisher.typography.rule import Find, House, Rule, fixes, pattern
from publisher.walk.line import WORD, Edit, Flat

_RUN = re.compile(f"[{DIGIT}]+")
_BOOK_NUMBER = re.compile(r"97[89][0-9 \u00a0\-–]{9,16}[0-9Xx]|(?<![0-9])[0-9][0-9\-–]{8,12}[0-9Xx](?![0-9])")
_TELEPHONE = re.compile(
    r"\+[0-9][0-9 \u00a0\-()]{5,18}[0-9]|(?<![0-9])0[0-9]{1,3}[ \-][0-9]{3,4}[ \-]?[0-9]{3,5}(?![0-9])"
)
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+){2,}")


def _converted(flat: Flat, house: House) -> Iterator[Edit]:
    """Digits of running text in the book's family; ISBN, telephone numbers and versions are let be (NUM-02)."""
    kept = [m.span() for expression in (_BOOK_NUMBER, _TELEPHONE, _VERSION) for m in expression.finditer(flat.text)]
    for run in _RUN.finditer(flat.text):
        after = digits.to_family(run.group(), house.family)
        if after != run.group() and not any(start <= run.start() < end for start, end in kept):
            yield Edit(*run.span(), after)


_NUMBERED = re.compile(
    r"(?:شكل|الشكل|جدول|الجدول|فصل|الفصل|باب|الباب|قسم|القسم|مبحث|المبحث|بند|البند|فقرة|الفقرة|مادة|المادة|معادلة|المعادلة"
    r"|إصدار|الإصدار|نسخة|النسخة|رقم)[\s(]*$"
)


def _decimal(found: re.Match[str]) -> str | None:
    """A point between Arabic-Indic digits is a decimal point, unless it parts the levels of a number."""
    return (
        None if found.start() == 0 or _NUMBERED.search(found.string, max(0, found.start() - 16), found.start()) else "٫"
    )


_GROUP = rf"(?<![{DIGIT}.,،٫٬])[{{0}}]{{{{1,3}}}}(?:{{1}}[{{0}}]{{{{3}}}})+(?![{DIGIT}])"
_SIGNS = Said("فواصل الأعداد من أسرة أرقامها", "number separators of the digits' own family")
_PERCENT = Said("علامة النسبة من أسرة الأرقام وملاصقة لها", "the percent sign of the digits' family, touching them")


_INDIC = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_ALONE = rf"(?<![{DIGIT}.,،٫٬])"


def _grouped(digit: str, separator: str, after: str) -> Rule:
    expression = _GROUP.format(digit, separator)
    find = pattern(expression, lambda m: re.sub(separator, after, m.group()), separator, ALL_DIGITS)
    return Rule("NUM-05", _SIGNS, fixes("percent"), find)


def _rule(code: str, said: Said, find: Find) -> Rule:
    return Rule(code, said, fixes("percent"), find)


_FRACTIONS = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"}
_FRACTION = rf"(?<![{DIGIT}/.,])(?:{'|'.join(_FRACTIONS)})(?![{DIGIT}/]|[.,][{DIGIT}])"

RULES = (
    Rule(
        "NUM-10",
        Said("الكسر حرف واحد", "a fraction as one character"),
        fixes("fractions", "signs"),
        pattern(_FRACTION, lambda m: _FRACTIONS[m.group()], "/"),
    ),
    Rule(
        "NUM-01",
        Said("أرقام المتن من أسرة أرقام الكتاب", "digits of the text in the book's family"),
        fixes("digits_in_text", "convert"),
        _converted,
    ),
    _grouped(INDIC, "[,،]", "٬"),
    _grouped("0-9", "[،٬]", ","),
    _rule("NUM-05", _SIGNS, pattern(rf"{_ALONE}[{INDIC}]+(?P<x>,)[{INDIC}]+(?![{DIGIT}.,،٫٬])", "٫", ",", _INDIC)),
    _rule(
        "NUM-05",
        _SIGNS,
        pattern(rf"{_ALONE}[{INDIC}]+(?P<x>\.)[{INDIC}]+(?![{DIGIT}٫٬]|[.,،][{DIGIT}])", _decimal, ".", _INDIC),
    ),
    _rule("NUM-05", _SIGNS, pattern(r"[0-9](?P<x>٫)(?=[0-9])", ".", "٫")),
    _rule("NUM-06", _PERCENT, pattern(rf"(?<=[{INDIC}])[{SPACE}]*[%٪]", "٪", "%٪")),
    _rule("NUM-06", _PERCENT, pattern(rf"(?<=[0-9])[{SPACE}]*[%٪]", "%", "%٪")),
    _rule("NUM-06", _PERCENT, pattern(rf"(?<=[{INDIC}])[{SPACE}]*[‰؉]", "؉", "‰؉")),
    _rule("NUM-06", _PERCENT, pattern(rf"(?<=[0-9])[{SPACE}]*[‰؉]", "‰", "‰؉")),
    _rule(
        "DAT-01",
        Said("حرف التقويم الهجري «هـ» بصورته الأولى", "the Hijri era letter in its initial shape"),
        pattern(rf"[{DIGIT}]{{1,4}}[{SPACE}]?(?P<x>ه)(?![{WORD}])", "هـ", "ه", ALL_DIGITS),
    ),
)
