"""Labels that authors type before a title: `أولًا:`, `الفصل الأول`, `2.1`, `أ-`, `المادة 5 مكررًا`.

Pure: a title in, its label and the rest out. Each convention is one recogniser, tried in the order of `RECOGNISERS`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from publisher.arabic import digits
from publisher.arabic.abjad import letter_value
from publisher.arabic.letters import INVISIBLE, folded
from publisher.arabic.ordinals import Form, longest_ordinal, read_ordinal
from publisher.words import Division, words_of


class Kind(StrEnum):
    """How a label counts."""

    ORDINAL = "ordinal"
    DIVISION = "division"
    NUMBER = "number"
    MULTILEVEL = "multilevel"
    LETTER = "letter"
    LATIN = "latin"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as typed, and where the title after it begins."""

    typed: str
    """Without brackets around it and punctuation after it."""
    rest: str
    """The title after the label; empty when only a label was typed."""
    at: int
    """Offset of `rest` in the text that was split."""
    kind: Kind
    numbers: tuple[int, ...] = ()
    """What it counts to, outermost first; empty where it names without counting (`ملحق:`)."""
    division: Division | None = None
    """What it names, for labels with a noun."""

    @property
    def number(self) -> int | None:
        """The innermost number."""
        return self.numbers[-1] if self.numbers else None


def split_label(title: str, language: str = "ar") -> Label | None:
    """Return the label that a title opens with, or None."""
    start = next((i for i, c in enumerate(title) if c not in INVISIBLE and not c.isspace()), len(title))
    for recognise in RECOGNISERS:
        if (found := recognise(title[start:], language)) is not None:
            return Label(found.typed, found.rest, found.at + start, found.kind, found.numbers, found.division)
    return None


# ------------------------------------------------------------------ what stands between label and title

_GAP = "[\\s\u200e\u200f\u061c]*"
_SEPARATOR = re.compile(f"{_GAP}(?:[:.)\\]،؛ـ–—-]{{1,2}}|[/|])(?=\\s|[\u200e\u200f\u061c]|$|[^\\W\\d_]){_GAP}")
_SPACE = re.compile(_GAP)


def _after(text: str, end: int) -> tuple[int, bool]:
    """Return where the title begins after a label that ends at `end`, and whether punctuation sets it off."""
    if found := _SEPARATOR.match(text, end):
        return found.end(), True
    found_space = _SPACE.match(text, end)
    return (found_space.end() if found_space else end), False


def _label(
    text: str, typed: str, end: int, kind: Kind, numbers: tuple[int, ...] = (), division: Division | None = None
) -> Label:
    at, _ = _after(text, end)
    return Label(typed.strip(), text[at:], at, kind, numbers, division)


def _stands_alone(text: str, end: int) -> bool:
    at, is_set_off = _after(text, end)
    return is_set_off or at == len(text)


# ------------------------------------------------------------------ the recognisers

_WORD = re.compile(r"[^\s:.،؛()\[\]–—|/]+")
_NEXT_WORD = re.compile(rf"\s*(?P<word>{_WORD.pattern})")
_REPEATED = r"(?:\s+(?:مكرر[\u064b-\u0652]*ا?[\u064b-\u0652]*|bis))?"
_NUMBER_AFTER_NOUN = re.compile(rf"\s+(?P<open>[(\[]?)\s*(?P<n>\d{{1,4}}(?:[.-]\d{{1,3}})*)(?:\s*[)\]])?{_REPEATED}")
_LETTER_AFTER_NOUN = re.compile(r"\s+[(\[]?\s*(?P<letter>[ء-ي]ـ?\u200d?|[A-Z]|[IVX]{1,5})\s*[)\]]?(?=\s|[:.–—-]|$)")
_UNCOUNTED = frozenset(folded(w) for w in ("التمهيدي", "التمهيدية", "الأخير", "الأخيرة", "الختامي", "الختامية"))
_ALONE_WITH_COLON = frozenset(("ملحق", "فصل", "باب", "مسألة", "فرع", "appendix"))
_GOES_ON = frozenset(("من",))
"""Words after which `الباب الأول` is part of a sentence and no label (الباب الأول من كتاب…)."""


@cache
def _nouns(language: str) -> dict[str, Division]:
    table = words_of(language).divisions()
    definite = {folded(d.definite): d for d in table}
    return {**{folded(d.noun): d for d in table}, **definite}


def _division(text: str, language: str) -> Label | None:
    if not (noun := _WORD.match(text)):
        return None
    division = _nouns(language).get(folded(noun[0]))
    if division is None:
        return _other_noun(text, noun.end())
    counted = _ordinal_after(text, noun.end()) or _number_after(text, noun.end())
    if counted is None:
        if division.noun in _ALONE_WITH_COLON and text[noun.end() :].lstrip().startswith(":"):
            return _label(text, noun[0], noun.end(), Kind.DIVISION, (), division)
        return None
    end, numbers = counted
    at, is_set_off = _after(text, end)
    if not is_set_off and text[at:].partition(" ")[0] in _GOES_ON:
        return None
    return _label(text, text[:end], end, Kind.DIVISION, numbers, division)


def _other_noun(text: str, end: int) -> Label | None:
    """`الخطوة الأولى: …`: any definite noun with its ordinal, when punctuation or the end sets it off."""
    counted = _ordinal_after(text, end) if text.startswith("ال") else None
    if counted is None or not _stands_alone(text, counted[0]) or not counted[1]:
        return None
    return _label(text, text[: counted[0]], counted[0], Kind.DIVISION, counted[1])


def _ordinal_after(text: str, start: int) -> tuple[int, tuple[int, ...]] | None:
    words = _words(text, start, longest_ordinal())
    for count in range(len(words), 0, -1):
        end = words[count - 1][1]
        read = read_ordinal(text[start:end])
        if read is not None and read[1] is not Form.ADVERB:
            return end, (read[0],)
    if words and folded(text[words[0][0] : words[0][1]]) in _UNCOUNTED:
        return words[0][1], ()
    return None


def _words(text: str, start: int, most: int) -> list[tuple[int, int]]:
    """Return the places of the words that follow, up to the first punctuation."""
    places: list[tuple[int, int]] = []
    while len(places) < most and (word := _NEXT_WORD.match(text, places[-1][1] if places else start)):
        places.append(word.span("word"))
    return places


def _number_after(text: str, start: int) -> tuple[int, tuple[int, ...]] | None:
    if found := _NUMBER_AFTER_NOUN.match(text, start):
        return found.end(), tuple(digits.value(p) or 0 for p in re.split(r"[.-]", found["n"]))
    if found := _LETTER_AFTER_NOUN.match(text, start):
        value = letter_value(found["letter"], "abjad")
        return found.end(), () if value is None else (value,)
    return None


def _ordinal(text: str, language: str) -> Label | None:  # noqa: ARG001 - one shape for every recogniser
    words = _words(text, 1 if text.startswith(("(", "[")) else 0, longest_ordinal())
    for count in range(len(words), 0, -1):
        start, end = words[0][0], words[count - 1][1]
        typed = text[start:end].rstrip("-ـ")
        read = read_ordinal(typed)
        if read is None or (read[1] is Form.ADVERB and read[0] <= _LAST_WITH_TANWEEN and not _has_tanween(typed)):
            continue
        end = start + len(typed)
        if _stands_alone(text, end) or (read[1] is Form.ADVERB and _has_tanween(typed)):
            return _label(text, typed, end, Kind.ORDINAL, (read[0],))
    return None


_LAST_WITH_TANWEEN = 10
"""Adverbs up to عاشرًا end in tanween; without it the word is an adjective (أول) and no label."""


def _has_tanween(word: str) -> bool:
    return "ً" in word or folded(word).endswith("ا")


_NUMBER = re.compile(r"(?P<open>[(\[]?)\s*(?P<n>\d{1,3})\s*(?P<close>[)\]]?)")
_MULTILEVEL = re.compile(
    r"[(\[]?\s*(?P<n>\d{1,3}(?P<by>[.\-/–])\d{1,3}(?:(?P=by)\d{1,3})*)(?P<close>[)\]]?)(?=\s|[:.،–—-]|$)"
)


def _multilevel(text: str, language: str) -> Label | None:  # noqa: ARG001
    if not (found := _MULTILEVEL.match(text)):
        return None
    numbers = tuple(digits.value(p) or 0 for p in re.split(r"[.\-/–]", found["n"]))
    return _label(text, found["n"], found.end(), Kind.MULTILEVEL, numbers)


def _number(text: str, language: str) -> Label | None:  # noqa: ARG001
    if not (found := _NUMBER.match(text)):
        return None
    if not (_stands_alone(text, found.end()) or (found["open"] and found["close"])):
        return None
    return _label(text, found["n"], found.end(), Kind.NUMBER, (digits.value(found["n"]) or 0,))


_LETTER = re.compile(r"[(\[]?\s*(?P<letter>[ء-ي]ـ?)\u200d?(?:\s*(?:[)\]:–—-]|ـ(?=\s)|[.،](?=\s|$))|(?=\s*$))")
_LATIN = re.compile(r"(?P<open>[(\[]?)(?P<letter>[A-Za-z]|[IVX]{2,5}|[ivx]{2,5})[).](?=\s|$)")


def _letter(text: str, language: str) -> Label | None:  # noqa: ARG001
    if not (found := _LETTER.match(text)):
        return None
    value = letter_value(found["letter"], "abjad")
    at, _ = _after(text, found.end())
    if value is None:
        return None
    return Label(found["letter"], text[at:], at, Kind.LETTER, (value,))


def _latin(text: str, language: str) -> Label | None:  # noqa: ARG001
    if not (found := _LATIN.match(text)):
        return None
    return _label(text, found["letter"], found.end(), Kind.LATIN)


RECOGNISERS: tuple[Callable[[str, str], Label | None], ...] = (
    _division,
    _ordinal,
    _multilevel,
    _number,
    _letter,
    _latin,
)
"""Tried in this order; the first that answers wins."""
