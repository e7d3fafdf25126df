"""What no rule touches in an Arabic line: Latin phrases, addresses, codes, words between ﴿ and ﴾ (NUM-02, QUR-05)."""

import re

_LATIN = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_INNER = rf"{_LATIN}0-9.,:;'’&+\-–/\\_@#%$=*~^×°?!|\u0300-\u036f\u00ad"

_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s«»“”\"<>\ufff9-\ufffc]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_TOKEN = re.compile(rf"[{_INNER}]+")
_HAS_LATIN = re.compile(f"[{_LATIN}]")
_TRAILING = re.compile(r"[.,:;?!\-–'’]+$")
_LEADING = re.compile(r"^[,:;?!'’–]+")
_GAP = re.compile(r"[\s(\[)\],;:.&/]*")
_NUMBER = re.compile(r"[0-9][0-9.,:/×\-]*")
_VERSE = re.compile(r"﴿[^﴿﴾]*﴾|﴾[^﴿﴾]*﴿")
_CLOSING_SENTENCE = re.compile(r"[.,;:?!…]+(?=[\"”“»›)\]])")

OPENING = frozenset('"“”„«‹([')


def untouched(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a line that no rule changes, in order and apart."""
    spans = [_without_trailing(text, m.start(), m.end()) for m in _ADDRESS.finditer(text)]
    spans += [m.span() for m in _VERSE.finditer(text)]
    if _HAS_LATIN.search(text):
        spans += _phrases(text)
    return tuple(_merged(sorted(spans)))


def _without_trailing(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in ".,:;!?)]،؛؟":
        end -= 1
    return start, end


def _phrases(text: str) -> list[tuple[int, int]]:
    """Return Latin phrases: words and the signs, spaces and numbers between them."""
    phrases: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        start, end = _trimmed(token.group(), token.start())
        is_latin = _HAS_LATIN.search(text, start, end) is not None
        last = phrases[-1] if phrases else None
        follows = last is not None and _GAP.fullmatch(text, last[1], start) is not None
        if is_latin and follows and last is not None:
            phrases[-1] = (last[0], end)
        elif is_latin:
            phrases.append((_with_number_before(text, start), end))
        elif follows and last is not None and _takes_number(text, last, start) and _NUMBER.fullmatch(text, start, end):
            phrases[-1] = (last[0], end)
    return [_whole_sentence(text, start, end) for start, end in phrases]


def _takes_number(text: str, phrase: tuple[int, int], number: int) -> bool:
    """Whether a number goes on with the phrase before it: after a space, or after a comma in brackets (Plass, 1981)."""
    gap = text[phrase[1] : number]
    in_brackets = phrase[0] > 0 and text[phrase[0] - 1] in "(["
    return gap.isspace() or (in_brackets and gap.strip() in (",", ";", ":") and gap[-1].isspace())


def _trimmed(token: str, at: int) -> tuple[int, int]:
    leading, trailing = _LEADING.search(token), _TRAILING.search(token)
    start = at + (leading.end() if leading else 0)
    return start, max(start, at + (trailing.start() if trailing else len(token)))


_NUMBER_BEFORE = re.compile(r"[0-9][0-9.,]*[ \u00a0]$")


def _with_number_before(text: str, start: int) -> int:
    """A number before a Latin unit belongs to it: 50 km/h (BID-09)."""
    found = _NUMBER_BEFORE.search(text, max(0, start - 16), start)
    return found.start() if found else start


def _whole_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """A phrase that fills a quotation or bracket keeps its own last sign."""
    if start > 0 and text[start - 1] in OPENING and (closing := _CLOSING_SENTENCE.match(text, end)):
        return start, closing.end()
    return start, end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged
