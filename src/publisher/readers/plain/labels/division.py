"""Nouns of division with their place: `الفصل الثاني:` `مادة (5) مكررًا` `ملحق أ`, and any noun that may recur so."""

import re
from functools import cache

from publisher.arabic.abjad import letter_value
from publisher.arabic.digits import value
from publisher.arabic.ordinals import Form
from publisher.readers.plain.folding import fold
from publisher.readers.plain.labels.label import Label
from publisher.readers.plain.labels.ordinal import ordinal_at
from publisher.readers.plain.labels.signs import DASHES, DIGIT, GAP, SET_OFF
from publisher.words import words_of

_WORD = r"[\u0621-\u065f\u0670]+"
_NOUN = re.compile(f"({_WORD})(?:{GAP}+(ال{_WORD}))?{GAP}+")
_NUMBER = re.compile(f"(?:رقم{GAP}*)?[(\\[«]?{GAP}*({DIGIT}{{1,4}}){GAP}*[)\\]»]?(?![\\d.,٫٬/%])")
_LETTER = re.compile(f"[(\\[«]?{GAP}*([ا-يأ]|ه[\u200dـ])(?:{GAP}*[)\\]»])?(?={GAP}*[:.{DASHES})]|{GAP}*$)")
_REPEATED = re.compile(
    f"{GAP}*[(]?(?:مكرر(?:[ًاى]|ًا)*)[)]?(?:{GAP}*[(]?(?:{DIGIT}{{1,2}}|[أ-ي](?![\u0621-\u064a]))[)]?)?"
)
_SET_OFF = re.compile(f"{SET_OFF}{GAP}*")
_GAP = re.compile(f"{GAP}*")
_BRACKETS = re.compile(r"\s*[()\[\]«»]\s*")

UNRANKED = 16
"""Rank of a noun that no table knows: below every known one."""

NO_NOUNS = frozenset(
    [
        "ص",
        "كل",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "من",
        "في",
        "علي",
        "الي",
        "عن",
        "و",
        "او",
        "ثم",
        "حوالي",
        "نحو",
        "خلال",
        "منذ",
        "حتي",
        "بعد",
        "قبل",
        "قرن",
    ]
)
"""Words that make no division, whatever follows."""

_PARTS = frozenset(
    [
        "خلاصه",
        "ملخص",
        "خاتمه",
        "مقدمه",
        "تمهيد",
        "مدخل",
        "نتايج",
        "اهداف",
        "اسيله",
        "تمارين",
        "تمرينات",
        "تدريبات",
        "هوامش",
        "مراجع",
        "مصادر",
        "مراجعه",
        "تقويم",
    ]
)
"""Parts of a division that may name it (خلاصة الفصل الأول): titles, not divisions with a place of their own."""

COUNTED = frozenset(
    [
        "عام",
        "سنه",
        "رقم",
        "صفحه",
        "شكل",
        "جدول",
        "صوره",
        "خريطه",
        "رسم",
        "مخطط",
        "يوم",
        "ساعه",
        "شهر",
        "قانون",
        "قرار",
        "مرسوم",
        "ايه",
        "سوره",
        "هاتف",
        "هامش",
        "حاشيه",
        "طبعه",
        "عدد",
        "مجله",
        "غرفه",
    ]
)
"""Words that a number follows without making a division of them; an ordinal does (اليوم الأول)."""


@cache
def _ranks() -> dict[str, int]:
    return {fold(division.noun): division.rank for division in words_of("ar").divisions()}


def rank_of(noun: str) -> int:
    """Return the usual height of what a folded noun names."""
    return _ranks().get(noun, UNRANKED)


def _key(noun: str) -> str:
    word = fold(noun)
    return word.removeprefix("ال") if len(word) > 4 else word


def read(text: str) -> Label | None:
    """Return the label of a line that opens with a noun and its place in a series."""
    found = _NOUN.match(text)
    if found is None:
        return None
    key = _key(found[1])
    if key in NO_NOUNS:
        return None
    if found[2] and key in _PARTS:
        return None
    for start in dict.fromkeys((found.end(), found.start(2) if found[2] else found.end())):
        place = _place(text, start, key)
        if place is not None:
            return _label(text, key if start != found.end() or not found[2] else f"{key} {_key(found[2])}", *place)
    return None


def _place(text: str, at: int, key: str) -> tuple[tuple[tuple[int, ...], ...], int] | None:
    ordinal = ordinal_at(text, at)
    if ordinal is not None and (ordinal[1] is not Form.ADVERB or key in _ranks()):
        return ((ordinal[0],),), ordinal[2]
    if key in COUNTED:
        return None
    number = _NUMBER.match(text, at)
    n = value(number[1]) if number else None
    if number is not None and n is not None:
        return ((n,),), number.end()
    letter = _LETTER.match(text, at)
    if letter is None:
        return None
    places = (letter_value(letter[1], "abjad"), letter_value(letter[1], "hijai"))
    values = tuple((p,) for p in dict.fromkeys(places) if p is not None)
    return (values, letter.end()) if values else None


def _label(text: str, key: str, values: tuple[tuple[int, ...], ...], end: int) -> Label | None:
    repeated = _REPEATED.match(text, end)
    end = repeated.end() if repeated else end
    set_off = _SET_OFF.match(text, end)
    rank = _ranks().get(key)
    is_bare = set_off is None and end < len(text)
    if is_bare and (rank is None or text[end] in "،,؛.؟!…\"'»"):
        return None
    after = (set_off or _GAP.match(text, end) or _GAP.match("")).end()  # type: ignore[union-attr]
    typed = " ".join(_BRACKETS.sub(" ", text[:end]).split())
    mark = set_off[0].strip() if set_off else ""
    return Label(f"noun {key}", values, typed, after, mark, rank or UNRANKED, repeated is not None, is_bare)
