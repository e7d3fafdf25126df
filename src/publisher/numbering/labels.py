"""Labels as authors type them, understood: which noun, which number in which style, what follows it.

`read_label` never guesses: what it does not know stays as it was typed and has no number.
"""

import itertools
import re
from dataclasses import dataclass

from publisher.arabic import digits
from publisher.arabic.letters import TATWEEL, ZWJ, folded
from publisher.arabic.ordinals import Form, read_ordinal
from publisher.numbering.styles import STYLES
from publisher.words import Division, words_of


@dataclass(frozen=True, slots=True)
class Label:
    """A typed label, understood."""

    noun: str
    """The division's noun as typed (`المبحث`), or empty."""
    style: str
    """Style of the number; empty when it was not understood."""
    numbers: tuple[int, ...]
    """The number, or its levels as typed."""
    suffix: str = ""
    """What follows the number (`مكررًا`)."""

    @property
    def number(self) -> int | None:
        """The label's own number: the last of its levels."""
        return self.numbers[-1] if self.numbers else None


_SUFFIX = re.compile(r"\s+(?P<suffix>مكرر\S*(?:\s.*)?)$")
_BRACKETS = str.maketrans("", "", "()[]﴾﴿")
_LEVELS = re.compile(r"\d+(?:\s*[.\-–/]\s*\d+)+")
_LETTER_STYLES = ("abjad", "hijai", "maghribi")


def read_label(typed: str, letters: str = "abjad") -> Label:
    """Return what a typed label says. `letters` is the order that single letters are read in."""
    text = " ".join(typed.split())
    suffix = ""
    if found := _SUFFIX.search(text):
        text, suffix = text[: found.start()], found["suffix"]
    bare = text.translate(_BRACKETS).strip()
    noun, rest = _part_noun(bare)
    style, numbers = _read_number(rest, letters, after_noun=bool(noun))
    if not numbers:
        noun = ""
    return Label(noun, style, numbers, suffix)


def _part_noun(text: str) -> tuple[str, str]:
    """Part a leading noun from the number: a known division, or any word before a definite ordinal or digits."""
    first, _, rest = text.partition(" ")
    if not rest or read_ordinal(text) is not None:
        return "", text
    if first.isascii() and not first.isalpha():
        return "", text
    return first, rest.removeprefix("رقم ").strip()


def _read_number(text: str, letters: str, *, after_noun: bool) -> tuple[str, tuple[int, ...]]:
    if (value := digits.value(text)) is not None:
        return "decimal", (value,)
    if _LEVELS.fullmatch(text):
        return "multilevel", tuple(int(n) for n in re.findall(r"\d+", text))
    if (ordinal := read_ordinal(text)) is not None and (after_noun or ordinal[1] is Form.ADVERB):
        return "ordinal", (ordinal[0],)
    if len(text.replace(ZWJ, "").replace(TATWEEL, "")) == 1 and (place := STYLES[letters].read(text)):
        return letters, (place,)
    return "", ()


def order_of(markers: tuple[str, ...]) -> str:
    """Return the order in which letter markers run best: the one that most of them follow on in."""
    return max(_LETTER_STYLES, key=lambda order: _runs_on(markers, order))


def _runs_on(markers: tuple[str, ...], order: str) -> int:
    places = [STYLES[order].read(marker) for marker in markers]
    return sum(a is not None and b == a + 1 for a, b in itertools.pairwise(places))


def shown(typed: str, family: str) -> str:
    """Return a typed label as it is printed: kept, its digits in the book's family, a lone ه with a joiner (CNT-09)."""
    text = digits.to_family(" ".join(typed.split()), family)
    return text + ZWJ if text == "ه" else text


def division_of(noun: str, language: str) -> Division:
    """Return the division that a noun names, with or without its article; one that is not listed is made of it."""
    bare = folded(noun)
    for division in words_of(language).divisions():
        if bare in (folded(division.noun), folded(division.definite)):
            return division
    definite = noun if noun.startswith("ال") else f"ال{noun}"
    return Division(noun, definite, noun.rstrip().endswith("ة"), 6)


def form_of(division: Division) -> Form:
    """Return the form of an ordinal after a division's noun (CNT-13)."""
    return Form.FEMININE if division.is_feminine else Form.MASCULINE
