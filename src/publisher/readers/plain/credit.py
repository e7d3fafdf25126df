"""Lines that say who made a text, and when."""

import re

from publisher.readers.plain.dates import is_dateline

BYLINE = re.compile(
    r"(?:بقلم|تأليف|كتبه|كتبها|كتبته|كتب|حاوره|حاورها|حاورته|تصوير|رسوم|المحاضر|المحاضرة|الناشر|الراوي|ألقاها|ألقاه|الخطيب|المترجم|المشرف|المشرفة|الطالب|الطالبة|اسم الطالب|إعداد|اعداد|أعده|أعدّه|أعدتها|شعر|ترجمة|ترجمها|تحقيق|إشراف|مراجعة|المؤلف|المؤلفة|الكاتب|الكاتبة|الباحث|الباحثة|قصة|رواية|نص|تقديم|حوار|تحرير|By|Author|Prepared by|Written by)"
    r"(?:\s+\S+){0,2}\s*[:：/\-–]|(?:بقلم|تأليف|إعداد|إشراف|ترجمة|By|by)\s+\S+(?:\s+\S+){0,5}$"
)
_HONOURED = re.compile(
    r"(?:(?:أ\.\s*)?د\.|أ\.|م\.|الدكتور|الدكتورة|الأستاذ|الأستاذة|المهندس|الشيخ|د/|أ/)\s*\S+(?:\s+\S+){0,4}$"
)
KEYWORDS = re.compile(
    r"(?:الكلمات\s+(?:المفتاحية|الدالة|المفاتيح)|كلمات\s+(?:مفتاحية|دالة)|Keywords|Key words)\s*:", re.IGNORECASE
)


def is_credit(text: str) -> bool:
    """Whether a line says who made the text, or when."""
    return bool(BYLINE.match(text) or _HONOURED.match(text)) or is_dateline(text)
