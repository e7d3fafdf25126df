"""Lines that say who made a text, and when."""

import re

from publisher.readers.plain.dates import is_dateline
from publisher.readers.plain.folding import fold
from publisher.readers.plain.names import is_name

_LONGEST = 200

_DEEDS = "كتب|الف|اعد|جمع|رتب|حقق|ترجم|عرب|نقل|قدم|راجع|شرح|صنف|نظم|القي|انشا|دون|حرر|حاور|صور|رسم|فرغ|صاغ|روي|سجل|خط|اخرج|نسخ|اشرف علي"
_WORKS = "بقلم|تاليف|اعداد|تصوير|رسوم|شعر|ترجمه|تعريب|تحقيق|اشراف|مراجعه|قصه|روايه|نص|تقديم|حوار|تحرير|جمع|تلخيص|شرح|تفريغ|تنسيق"
_MAKERS = (
    "(?:ال)?(?:محاضر|ناشر|راوي|خطيب|مترجم|مشرف|طالب|مولف|كاتب|باحث|معد|محرر|مدرس|معلم|محاور|ضيف|شاعر|مصور|رسام|مراسل)(?:ه|ون|ين|ات)?"
    "|اسم (?:الطالب|الباحث)ه?|(?:اجري|اجرت) الحوار"
)
_BYLINE = re.compile(
    f"(?:من )?(?:{_MAKERS}|(?:{_DEEDS})(?:ت|وا)?(?:ه|ها|هم)?|(?:{_WORKS})(?: و(?:{_WORKS}))?)\\s*[:：/\\-–]"
    f"|(?:من )?(?:{_WORKS}|تحت اشراف) (?:{_MAKERS}|الشيخ|الدكتور|الدكتوره|الاستاذ|الاستاذه)\\s*:"
    f"|(?:{_MAKERS}|(?:{_DEEDS})ت?(?:ه|ها))(?:\\s+\\S+){{1,2}}\\s*[:：/\\-–]"
    f"|(?:بقلم|تاليف|اعداد|اشراف|ترجمه|تحرير|تحقيق)\\s+\\S+(?:\\s+\\S+){{0,5}}$"
    f"|(?:{_DEEDS})(?:ت)?(?:ه|ها)\\s+(?P<name>\\S+(?:\\s+\\S+){{1,5}})$"
)
_ENGLISH = re.compile(r"(?:By|Author|Prepared by|Written by)(?:\s+\S+){0,2}\s*[:/\-–]|(?:By|by)\s+\S+(?:\s+\S+){0,5}$")
_HONOURED = re.compile(
    r"(?:(?:أ\.\s*)?د\.|أ\.|م\.|الدكتور|الدكتورة|الأستاذ|الأستاذة|المهندس|الشيخ|د/|أ/)\s*\S+(?:\s+\S+){0,4}$"
)
_ISSUED = re.compile("(?:ال)?(?:صادر|معتمد|مقر|منشور|مصادق)ه? (?:عن|من|في|عليها|ب\\S+)")
"""Who issued a document or put it in force."""
KEYWORDS = re.compile(
    r"(?:الكلمات\s+(?:المفتاحية|الدالة|المفاتيح)|كلمات\s+(?:مفتاحية|دالة)|Keywords|Key words)\s*:", re.IGNORECASE
)


def is_byline(text: str) -> bool:
    """Whether a line says who made the text."""
    if len(text) > _LONGEST:
        return False
    found = _BYLINE.match(fold(text))
    if found is None:
        return _ENGLISH.match(text) is not None
    return found["name"] is None or is_name(found["name"])


def is_credit(text: str) -> bool:
    """Whether a line says who made the text, or when."""
    return bool(is_byline(text) or _HONOURED.match(text) or _ISSUED.match(fold(text))) or is_dateline(text)
