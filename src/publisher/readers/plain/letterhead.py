"""A letterhead: the house that publishes a document, its number and date, above the title."""

import re

from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.credit import is_byline
from publisher.readers.plain.dates import is_dateline
from publisher.readers.plain.names import is_honoured, is_name, opens_document, opens_house
from publisher.readers.plain.titles import known_title

TITLE_WORDS = 16
REACH = 8
_FARTHEST = 12
ADDRESSEE = re.compile(r"(?:إلى|الى|حضرة|سعادة|معالي|فضيلة|السيد|السيدة|السادة)\s")
_SERIES = re.compile(r"(?:سلسلة|منشورات|إصدارات)\s")
_REFERENCE = re.compile(
    r"(?:الرقم|رقم|التاريخ|المرجع|المرفقات|الإشارة|العدد|هاتف|الهاتف|فاكس|جوال|البريد|الملف|القضية|القضية رقم|رقم القضية|الدعوى)\s*[:/]|(?:ال)?عدد\s+[0-9٠-٩]"
)


def below_letterhead(copy: Copy, start: int) -> int:
    """Return the line below those at the top that name a house, a number and a date: the title; or the top itself."""
    document = _document(copy, start)
    if document is not None:
        return document
    end = start
    while end < min(len(copy), REACH) and (_names_house(copy, end) or (end > start and _is_reference(copy, end))):
        end += 1
    houses = sum(_names_house(copy, i) for i in range(start, end))
    if (
        end == start
        or end + 1 >= len(copy)
        or (houses < 2 and end < start + 2 and not _SERIES.match(copy.lines[start].text))
    ):
        return start
    line = copy.lines[end]
    is_title = line.words <= TITLE_WORDS and line.ending in ("", "؟", "!") and copy.openings[end].label is None
    is_title = is_title and not ADDRESSEE.match(line.text)
    return end if is_title and not known_title(copy.words(end)) and not is_byline(line.text) else start


def _document(copy: Copy, start: int) -> int | None:
    """Return the line that names the document (مذكرة دفاع، تقرير …), set off below lines that name houses and persons."""
    for i in range(start + 1, min(len(copy) - 1, start + _FARTHEST)):
        line = copy.lines[i]
        set_off = line.blanks_before or _names_house(copy, i - 1)
        if set_off and not line.ending and line.words <= TITLE_WORDS and opens_document(line.text):
            heads = range(start, i)
            official = sum(_names_house(copy, j) or _is_person(copy, j) or _is_reference(copy, j) for j in heads)
            return i if _is_person(copy, start) or _names_house(copy, start) else None if official < len(heads) else i
        if line.is_sentence or line.words > TITLE_WORDS or copy.openings[i].label is not None or known_title(line.text):
            return None
    return None


def _is_person(copy: Copy, i: int) -> bool:
    text = copy.lines[i].text
    return is_honoured(text) or is_name(text)


def is_official(copy: Copy, i: int) -> bool:
    """Whether a line names a house, a number or date, or whom a letter is for."""
    return _names_house(copy, i) or _is_reference(copy, i) or ADDRESSEE.match(copy.lines[i].text) is not None


def _names_house(copy: Copy, i: int) -> bool:
    line = copy.lines[i]
    return line.words <= 8 and line.ending == "" and copy.openings[i].label is None and opens_house(line.text)


def _is_reference(copy: Copy, i: int) -> bool:
    text = copy.lines[i].text
    return is_dateline(text) or bool(_REFERENCE.match(text))
