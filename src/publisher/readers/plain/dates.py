"""Dates and datelines: lines that say when, or where and when, and so are no titles."""

import re

_DIGIT = "[0-9٠-٩۰-۹]"
_MONTHS = (
    "يناير|فبراير|مارس|أبريل|ابريل|إبريل|مايو|يونيو|يونيه|يوليو|يوليه|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|"
    "جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت|محرم|المحرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو|ذي|صيف|خريف|شتاء|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_DATE = (
    f"(?:{_DIGIT}{{1,4}}\\s*[/\\-.]\\s*{_DIGIT}{{1,2}}\\s*[/\\-.]\\s*{_DIGIT}{{2,4}}|{_DIGIT}{{1,2}}\\s*(?:من\\s+)?(?:{_MONTHS})(?:\\s+\\S+)?[\\s,،/]*(?:{_DIGIT}{{4}})?"
    f"|(?:{_MONTHS})(?:\\s+\\S+)?[\\s,،/]+{_DIGIT}{{4}}|(?:سنة\\s+|عام\\s+)?{_DIGIT}{{4}})\\s*(?:م|هـ|ه|ميلادية|هجرية)?"
)
_DAY = "(?:(?:يوم\\s+)?(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)\\s*[،,]?\\s*)?"
_NAMED = "(?:(?:التاريخ|تاريخ\\s+\\S+|بتاريخ|في|حُرر في|حرر في|السنة\\s+\\S+|العام\\s+\\S+|آخر تحديث|Date|الموافق)\\s*[:：]?\\s*)?"
_PLACE = "(?:[^\\s()]+(?:\\s[^\\s()]+){0,2}\\s*(?:[،,\\-–]|في)\\s*)?"
_DATELINE = re.compile(
    f"\\W*(?:{_NAMED}|{_PLACE}){_DAY}{_DATE}(?:\\s*(?:[\\-–/،,(]|الموافق)?\\s*{_DATE}\\)?)?[\\s.)]*$", re.IGNORECASE
)


def is_dateline(text: str) -> bool:
    """Whether a line says only when, or where and when."""
    return len(text) < 80 and bool(_DATELINE.match(text))
