"""Titles that every reader knows, and lines that are never titles."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from publisher.readers.plain.folding import fold
from publisher.words import words_of

_SIGNS = re.compile(r"[\s:.،؛؟!«»\"'()\[\]*_\-–—]+")


_LONGEST = 60
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)\s*:?$")
"""What is said aside at the end of a title: المقادير (لأربعة أشخاص)."""

_SALUTATION = re.compile(
    r"(?:أخي|أختي|صديقي|صديقتي|والدي|والدتي|أبي|أمي|ابني|ابنتي|زميلي|سيدي|سيدتي|حبيبتي|حبيبي)\s+(?:\S+\s+){0,2}(?:العزيز|الغالي|الحبيب|الكريم|الفاضل)"
    r"|(?:عزيزي|عزيزتي|حضرة|سعادة|معالي|فضيلة|السيد|السيدة|السادة|الأستاذ|الدكتور)\s.{0,40}(?:المحترم|حفظه|الموقر|العزيز)|(?:عزيزي|عزيزتي)\s+\S+$"
)


@lru_cache(8192)
def _plain(text: str) -> str:
    return _SIGNS.sub(" ", fold(text)).strip().lower()


@cache
def _table() -> dict[str, frozenset[str]]:
    text = (resources.files(__package__) / "titles.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    of = {f"of {_plain(noun)}": titles for noun, titles in read.pop("parts").items()}
    return {name: frozenset(_plain(title) for title in titles) for name, titles in {**read, **of}.items()}


_KINDS = ("opening", "closing", "notes", "references", "contents", "section")


@cache
def _kinds() -> dict[str, str]:
    return {title: kind for kind in reversed(_KINDS) for title in _table()[kind]}


def known_title(text: str) -> bool:
    """Whether the text is a title of front or back matter, or another that every reader knows."""
    return kind_of_title(text) != ""


def kind_of_title(text: str) -> str:
    """Return which kind of known title the text is (`opening`, `closing`, `notes`, …), or nothing."""
    if len(text) > _LONGEST:
        return ""
    return _kinds().get(_plain(_ASIDE.sub("", text))) or division_of(text)[1] or _kind_before_colon(text)


def _kind_before_colon(text: str) -> str:
    """Return the kind of a known title with a title of its own behind a colon: التمهيد: في مبادئ العلم."""
    name, colon, rest = text.partition(":")
    if not colon or not 0 < len(rest.split()) <= _SUBTITLE or rest.rstrip()[-1:] in ".،؛؟!:":
        return ""
    kind = _kinds().get(_plain(name), "")
    return kind if kind in ("opening", "closing") else ""


_SUBTITLE = 7
_HOLDERS = ("نشاط ", "تجربه ", "تدريب ")
"""Parts of a lesson that are named further: نشاط عملي."""
_OF_DIVISION = re.compile(
    "(?:(?P<opening>تمهيد|مقدمه|مدخل|توطيه|اهداف)|(?P<closing>خلاصه|ملخص|خاتمه|نتايج|حصيله)|(?P<notes>هوامش|حواشي)"
    "|(?P<references>مراجع|مصادر)|(?P<section>اسيله|تمارين|تمرينات|تدريبات|مراجعه|تقويم|انشطه|مفردات)) "
    "(?:(?:علي|عن|في|حول) )?"
    "(?P<noun>\\S+)(?: (?P<place>ال\\S+(?: (?:عشر|عشره))?|[0-9٠-٩۰-۹]{1,3}))?"
)
"""A title that names the division it belongs to: خلاصة الفصل الثاني، أسئلة الدرس."""


def division_of(text: str) -> tuple[str, str]:
    """Return the division that a title says it belongs to, or is a part of by custom, and the kind of title it is."""
    found = _OF_DIVISION.fullmatch(_plain(text)) if len(text) <= _LONGEST else None
    noun = found["noun"].removeprefix("ال") if found else ""
    if found is None or noun not in _nouns():
        title = _plain(_ASIDE.sub("", text))
        return _parts().get(title) or _parts().get(title.split(" ")[0] if title.startswith(_HOLDERS) else "", ""), ""
    return noun, next(kind for kind in _KINDS if kind in found.re.groupindex and found[kind])


@cache
def _parts() -> dict[str, str]:
    return {
        title: name.removeprefix("of ")
        for name, titles in _table().items()
        if name.startswith("of ")
        for title in titles
    }


@cache
def _nouns() -> frozenset[str]:
    return frozenset(_plain(division.noun) for division in words_of("ar").divisions())


def named_title(text: str) -> str:
    """Return the name that a title opens with before its colon, of those that take a title of their own (نشاط: …)."""
    name, colon, rest = text.partition(":")
    is_short = bool(colon) and 0 < len(rest.split()) <= _SUBTITLE and rest.rstrip()[-1:] not in ".،؛:"
    return _plain(name) if is_short and _plain(name) in _table()["titled"] else ""


def is_title_of_list(text: str) -> bool:
    """Whether a title stands over a list of sentences (أسئلة، الأهداف)."""
    return len(text) <= _LONGEST and _plain(_ASIDE.sub("", text)) in _table()["listing"]


def is_title_of_things(text: str) -> bool:
    """Whether a title stands over things, one on a line (المقادير، الأدوات)."""
    return len(text) <= _LONGEST and _plain(_ASIDE.sub("", text)) in _table()["things"]


def is_formula(text: str) -> bool:
    """Whether the text is a formula of devotion or of letters, which is never a title."""
    return len(text) <= _LONGEST and (_plain(text) in _table()["formula"] or _SALUTATION.match(text) is not None)
