"""No-break spaces: what is never parted at the end of a line (LBK-04…06, NUM-08, DAT-01, QUR-01, QUR-04)."""

from publisher.arabic.classes import ALL_DIGITS, DIGIT, LETTER, MARK
from publisher.diagnostic import Said
from publisher.typography.rule import NBSP, Rule, fixes, follows, pattern
from publisher.walk.line import ARABIC, FOREIGN, WORD
from publisher.words import words_of

UNITS = (
    "ملم مم سم كم متر أمتار سنتيمتر مليمتر كيلومتر كيلومترات ميل أميال ذراع هكتار هكتارات فدان دونم "
    "ملغ غ غم غرام غرامات كغ كغم كجم كيلوغرام كيلوغرامات كيلو طن أطنان لتر لترات مل "
    "درجة درجات ثانية دقيقة دقائق ساعة ساعات واط كيلوواط ميغاواط غيغاواط فولت هرتز بايت ميغابايت غيغابايت بكسل نقطة "
    "دولار دولارات يورو ريال ريالات درهم دراهم دينار دنانير جنيه جنيهات ليرة ليرات روبل ين يوان فرنك "
    "ألف آلاف مليون ملايين مليار مليارات تريليون بالمئة بالمائة"
)
"""Units, currencies and words of magnitude that follow a number; with their tanween they are found too."""

ABBREVIATIONS = "ص صص ج مج ط ع ق س م رقم عدد صفحة شكل جدول الشكل الجدول الآية"
"""Words that a number follows."""

TITLES = "أ.د د أ م ا.د"
"""Titles, shortened, that a name follows."""


def _either(words: str) -> str:
    return "|".join(sorted((word.replace(".", r"\.") for word in words.split()), key=len, reverse=True))


def _hold(code: str, said: Said, expression: str, *needs: str) -> Rule:
    return Rule(code, said, fixes("no_break"), pattern(expression, NBSP, " ", *needs))


_ARABIC = words_of("ar")
_MONTHS = "|".join({*_ARABIC.months("EG"), *_ARABIC.months("SY"), *_ARABIC.months("TN"), *_ARABIC.hijri_months()})
_START = rf"(?<![{WORD}{DIGIT}.])"
_TANWEEN = f"(?:[{MARK}]?ا[{MARK}]?)?"
_HONORIFICS = "ﷺﷻ" + "".join(map(chr, range(0xFD40, 0xFD50))) + "\ufdcf"
_TO_YEAR = Said("السنة مع حرف تقويمها", "a year with its era letter")
_TO_UNIT = Said("العدد مع وحدته", "a number with its unit")
_TO_NUMBER = Said("الاختصار مع رقمه واللقب مع اسمه", "an abbreviation with its number, a title with its name")
_TO_MONTH = Said("اليوم مع شهره", "a day with its month")
_TO_NAME = Said("عبارة التعظيم مع ما قبلها", "an honorific with the word before it")
_TO_AYAH = Said("علامة الآية مع ما قبلها", "the ayah sign with the word before it")
_TO_WORD = Said("الحرف المفرد مع ما بعده", "a prefixed letter with what follows")

RULES = (
    _hold("DAT-01", _TO_YEAR, rf"(?<=[{DIGIT}]) (?=(?:هـ|م|ق\.م|ق\.هـ)(?![{WORD}]))", ALL_DIGITS),
    _hold("NUM-08", _TO_UNIT, rf"(?<=[{DIGIT}]) (?=(?:{_either(UNITS)}){_TANWEEN}(?![{WORD}]))", ALL_DIGITS),
    _hold(
        "LBK-04", _TO_NUMBER, rf"{_START}[وف]?[بلك]?(?:{_either(ABBREVIATIONS)})\.?(?P<x> )(?=[{DIGIT}])", ALL_DIGITS
    ),
    _hold(
        "LBK-04",
        _TO_NUMBER,
        rf"{_START}(?<![{DIGIT}][ \u00a0])[وفبل]?(?:{_either(TITLES)})\.(?P<x> )(?=[{LETTER}])",
        ".",
    ),
    _hold("LBK-06", _TO_MONTH, rf"(?<![{DIGIT}])[{DIGIT}]{{1,2}}(?P<x> )(?=(?:{_MONTHS})(?![{WORD}]))", ALL_DIGITS),
    Rule("QUR-01", _TO_NAME, fixes("no_break"), pattern(rf"(?<=[{WORD}»)]) ?(?=[{_HONORIFICS}])", NBSP, _HONORIFICS)),
    _hold("QUR-04", _TO_AYAH, r"(?<=\S) (?=۝)", "۝"),
    Rule(
        "LBK-05",
        _TO_WORD,
        fixes("no_break"),
        pattern(rf" (?=[A-Za-z{DIGIT}{FOREIGN}{ARABIC}«(])", follows(rf"(?<![{WORD}])[وفبلك]ـ?", NBSP, within=4)),
    ),
)
