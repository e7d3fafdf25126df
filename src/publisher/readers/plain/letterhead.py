"""A letterhead: the house that publishes a document, its number and date, above the title."""

import re

from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.credit import is_byline
from publisher.readers.plain.dates import is_dateline
from publisher.readers.plain.folding import fold
from publisher.readers.plain.titles import known_title

TITLE_WORDS = 16
REACH = 8

_HOUSES = frozenset(
    [
        "وزاره",
        "قطاع",
        "جامعه",
        "كليه",
        "قسم",
        "مديريه",
        "اداره",
        "مدرسه",
        "المملكه",
        "جمهوريه",
        "الجمهوريه",
        "دوله",
        "بلديه",
        "شركه",
        "جمعيه",
        "مؤسسه",
        "موسسه",
        "معهد",
        "مركز",
        "هيئه",
        "نقابه",
        "اتحاد",
        "ديوان",
        "مجلس",
        "الامانه",
        "دائره",
        "محافظه",
        "عماده",
    ]
)
"""Words that open the name of whoever publishes a document, above its title."""


def below_letterhead(copy: Copy, start: int) -> int:
    """Return the line below those at the top that name a house, a number and a date: the title; or the top itself."""
    end = start
    while end < min(len(copy), REACH) and (_names_house(copy, end) or (end > start and _is_reference(copy, end))):
        end += 1
    houses = sum(_names_house(copy, i) for i in range(start, end))
    if end == start or end + 1 >= len(copy) or (houses < 2 and end < start + 2):
        return start
    line = copy.lines[end]
    is_title = line.words <= TITLE_WORDS and line.ending in ("", "؟", "!") and copy.openings[end].label is None
    return end if is_title and not known_title(copy.words(end)) and not is_byline(line.text) else start


def _names_house(copy: Copy, i: int) -> bool:
    line = copy.lines[i]
    word = fold(line.text.split(" ")[0].strip("،:"))
    return line.words <= 8 and line.ending == "" and copy.openings[i].label is None and word in _HOUSES


def _is_reference(copy: Copy, i: int) -> bool:
    text = copy.lines[i].text
    return is_dateline(text) or bool(re.match(r"(?:الرقم|رقم|التاريخ|المرجع|المرفقات|الإشارة|العدد)\s*[:/]", text))
