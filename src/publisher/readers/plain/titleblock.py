"""What a manuscript opens with: its title, who wrote it, when; and the talk around a text pasted from a chat."""

import re
from collections import Counter
from collections.abc import Iterator

from publisher.arabic.letters import has_arabic
from publisher.readers.plain.claim import Claim, Kind, Reason
from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.dates import is_dateline
from publisher.readers.plain.folding import fold
from publisher.readers.plain.titles import is_formula, kind_of_title, known_title
from publisher.readers.plain.verse import halves

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

_TITLE_WORDS = 16
_REACH = 8
_FRONT = 14


def find(copy: Copy) -> Iterator[Claim]:
    """Yield the claims of the title and of the lines below it that belong to it."""
    at = _first_hash(copy)
    if at is None:
        at = _first_line(copy)
    if at is None:
        return
    for i in range(at):
        yield Claim(Kind.PARAGRAPH, i, i, (Reason("above the title", 5.0),))
    yield Claim(Kind.TITLE, at, at, (Reason("the text opens with it", 12.0),))
    yield from _below(copy, at)


def _first_hash(copy: Copy) -> int | None:
    """Return the line of the only heading of the highest typed level, when it opens the text."""
    hashed = [(opening.hashes, i) for i, opening in enumerate(copy.openings) if opening.hashes]
    if len(hashed) < 2:
        return None
    highest = min(hashed)[0]
    tops = [i for hashes, i in hashed if hashes == highest]
    if len(tops) != 1 or tops[0] != hashed[0][1] or tops[0] > _REACH or copy.openings[tops[0]].label is not None:
        return None
    return tops[0] if not known_title(copy.words(tops[0])) else None


def _first_line(copy: Copy) -> int | None:
    """Return the line of a title typed without marks, or None."""
    start = 0
    while start < min(len(copy), _REACH) and is_formula(copy.words(start)):
        start += 1
    at = _letterhead(copy, start)
    while at < len(copy) and at < _REACH and (is_formula(copy.words(at)) or _talk(copy, at)):
        at += 1
    if at + 1 >= len(copy):
        return None
    line, opening = copy.lines[at], copy.openings[at]
    words = copy.words(at)
    if (
        (opening.label is not None and (opening.form != "picture" or copy.openings[at + 1].form == "picture"))
        or line.words > _TITLE_WORDS
        or (known_title(words) and not _titles_a_whole(copy, at))
        or (BYLINE.match(words) and (":" in words or not BYLINE.match(copy.lines[at + 1].text)))
        or (halves(line.text) is not None and halves(copy.lines[at + 1].text) is not None)
    ):
        return None
    if (copy.prefixes[copy.prefix(at)] > 1 and copy.prefix(at)) or copy.division(at) or _MAIL.match(line.text):
        return None
    if line.ending in (".", "،", "؛", ",", ";", ":") or line.text[:1] in "﴿>|`![":
        return None
    after = copy.lines[at + 1]
    alone = line.blanks_after > 0 or after.words <= 10 or line.words <= 8
    return at if alone and not (line.ending in ("؟", "!", "?") and line.words > 9 and not line.blanks_after) else None


_MAIL = re.compile(r"(?:من|إلى|الموضوع|المرسل|المستلم|نسخة|From|To|Subject|Sent|Cc|Date)\s*:", re.IGNORECASE)


def _titles_a_whole(copy: Copy, at: int) -> bool:
    """Whether a title that commonly closes a text stands over a text of its own, which has headings of its own."""
    if kind_of_title(copy.words(at)) == "opening":
        return False
    forms = Counter(opening.form for opening in copy.openings[at + 1 :] if opening.label is not None)
    return any(n > 1 and form.startswith(("noun", "ordinal", "first")) for form, n in forms.items())


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


def _letterhead(copy: Copy, start: int) -> int:
    """Return the line below those at the top that name a house, a number and a date: the title; or the top itself."""
    end = start
    while end < min(len(copy), _REACH) and (_names_house(copy, end) or (end > start and _is_reference(copy, end))):
        end += 1
    houses = sum(_names_house(copy, i) for i in range(start, end))
    if end == start or end + 1 >= len(copy) or (houses < 2 and end < start + 2):
        return start
    line = copy.lines[end]
    is_title = line.words <= _TITLE_WORDS and line.ending in ("", "؟", "!") and copy.openings[end].label is None
    return end if is_title and not known_title(copy.words(end)) and not BYLINE.match(line.text) else start


def _names_house(copy: Copy, i: int) -> bool:
    line = copy.lines[i]
    word = fold(line.text.split(" ")[0].strip("،:"))
    return line.words <= 8 and line.ending == "" and copy.openings[i].label is None and word in _HOUSES


def _is_reference(copy: Copy, i: int) -> bool:
    text = copy.lines[i].text
    return is_dateline(text) or bool(re.match(r"(?:الرقم|رقم|التاريخ|المرجع|المرفقات|الإشارة|العدد)\s*[:/]", text))


def _talk(copy: Copy, at: int) -> bool:
    """Whether a line is talk before the text (a sentence, or a separator below one)."""
    line = copy.lines[at]
    if at == 0:
        return line.blanks_after > 0 and bool(_TALK.match(line.text))
    return bool(re.fullmatch(r"[-*_=\s]{3,}", line.text))


_TALK = re.compile(
    r"(?:بالتأكيد|بالطبع|طبع[ًا]+|حسن[ًا]+|إليك|تفضل|بكل سرور|أكيد|يسعدني|Sure|Certainly|Of course|Here)\b"
)


def _below(copy: Copy, at: int) -> Iterator[Claim]:
    """Yield paragraphs for the short lines just below a title: subtitle, author, date."""
    zone = []
    for i in range(at + 1, min(len(copy) - 1, at + 1 + _FRONT)):
        if (
            copy.openings[i].label is not None
            or copy.openings[i].is_marked
            or known_title(copy.words(i))
            or copy.lines[i].words > _TITLE_WORDS
        ):
            break
        if halves(copy.lines[i].text) is not None or (
            copy.prefix(i) and not is_credit(copy.words(i)) and not _is_field(copy, i)
        ):
            break
        if copy.lines[i].ending == "." and not is_credit(copy.words(i)) and not _is_field(copy, i):
            break
        zone.append(i)
    below = zone[-1] + 1 if zone else at + 1
    if below < len(copy) and halves(copy.lines[below].text) is not None:
        zone, below = zone[:-1], below - 1
    named = [i for i in zone if (is_credit(copy.words(i)) and not _is_section(copy, i)) or _is_field(copy, i)]
    for i in zone:
        line = copy.lines[i]
        if i in named:
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("says who or when", 6.0),), "byline")
        elif named and i < named[-1] and not line.is_sentence:
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("among those who made it", 5.0),), "subtitle")
        elif (i + 1 < below and _crowns_text(copy, i + 1)) or (
            i + 1 == below and (_opens_text(copy, below) or _titles_verse(copy, below))
        ):
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("between the title and the first heading", 5.0),), "subtitle")
        elif line.blanks_after and (
            _hangs(copy, at, i) or (i == at + 1 and has_arabic(line.text) != has_arabic(copy.words(at)))
        ):
            yield Claim(Kind.PARAGRAPH, i, i, (Reason("just below the title", 3.0),), "subtitle")
        elif i == at + 1 and not _has_short_headings(copy, below):
            yield Claim(
                Kind.PARAGRAPH,
                i,
                i,
                (Reason("a name under the title, in a text without such headings", 3.0),),
                "byline",
            )


def _is_section(copy: Copy, i: int) -> bool:
    """Whether a year is one of several that stand alone as headings."""
    return copy.years > 1 and len(copy.lines[i].text) == 4 and copy.lines[i].blanks_before > 0


def _hangs(copy: Copy, at: int, i: int) -> bool:
    """Whether no blank line stands between the title and a line."""
    return all(copy.lines[j].blanks_before == 0 for j in range(at + 1, i + 1))


def _is_field(copy: Copy, i: int) -> bool:
    """Whether a line close below the title says one thing of the text: الصف: الثامن."""
    line = copy.lines[i]
    return line.blanks_before == 0 and bool(copy.prefix(i)) and line.words <= 8


def _opens_text(copy: Copy, i: int) -> bool:
    """Whether a line is surely a heading: known, or the first of a series."""
    if i < len(copy) and (known_title(copy.words(i)) or copy.openings[i].hashes):
        return True
    label = copy.openings[i].label if i < len(copy) else None
    if label is None or label.is_bullet or not label.form.startswith(("noun", "ordinal", "number", "numeral", "first")):
        return False
    return any(value[-1] == 1 for value in label.values)


def _titles_verse(copy: Copy, i: int) -> bool:
    """Whether a line is the title of the poem below it."""
    return i + 1 < len(copy) and copy.lines[i].blanks_before > 0 and halves(copy.lines[i + 1].text) is not None


def _crowns_text(copy: Copy, i: int) -> bool:
    """Whether a short line stands between blank lines over text."""
    line = copy.lines[i]
    alone = line.blanks_before > 0 and line.blanks_after > 0 and line.ending in ("", "؟", "!") and not copy.prefix(i)
    return alone and i + 1 < len(copy) and copy.lines[i + 1].words > line.words


def _has_short_headings(copy: Copy, first: int) -> bool:
    """Whether short lines stand over text elsewhere, as headings do."""
    for i in range(first, len(copy) - 1):
        line, after = copy.lines[i], copy.lines[i + 1]
        spaced = line.blanks_before > 0 or copy.habits.spaced < 0.1
        if spaced and line.words <= 8 and line.ending == "" and copy.openings[i].label is None and after.words > 8:
            return True
    return False


def is_credit(text: str) -> bool:
    """Whether a line says who made the text, or when."""
    return bool(BYLINE.match(text) or _HONOURED.match(text)) or is_dateline(text)
